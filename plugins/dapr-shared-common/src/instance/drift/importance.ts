/** What to look at first, as patterns of `<kind> <path>`; the first that fits counts. */
const ORDER: readonly RegExp[] = [
  // The instance is not there, twice there, or of another kind.
  /^(DaemonSet|Deployment) (strategy|metadata\.name|)$/,
  /containers\[daprd\]\.args\[--app-id\]|annotations\[dapr\.io\//,
  /^(DaemonSet|Deployment) spec\.(replicas|paused)$/,
  /containers\[daprd\]\.image$/,
  /containers\[daprd\]\.(command|args|env)/,
  /^(DaemonSet|Deployment) spec\.template\.spec/,
  /^(DaemonSet|Deployment) spec/,
  /^Service (spec|$)/,
  /^\w+ (?!metadata)/,
];

/** Rank of a difference, 0 for what matters most. */
export function importance(kind: string, path: string): number {
  const rank = ORDER.findIndex(pattern => pattern.test(`${kind} ${path}`));
  return rank < 0 ? ORDER.length : rank;
}
