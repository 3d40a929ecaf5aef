/**
 * A version of Dapr, taken apart. A pre-release counts as its release.
 *
 * @public
 */
export interface RuntimeVersion {
  major: number;
  minor: number;
  patch: number;
}

const PATTERN = /^v?(\d+)\.(\d+)\.(\d+)(?:-[0-9A-Za-z.-]+)?$/;

/**
 * Reads `1.18.3`, `v1.18.3` or `1.18.0-rc.1`; undefined for anything else.
 *
 * @public
 */
export function parseRuntimeVersion(text: string): RuntimeVersion | undefined {
  const match = PATTERN.exec(text);
  return match
    ? {
        major: Number(match[1]),
        minor: Number(match[2]),
        patch: Number(match[3]),
      }
    : undefined;
}

/** Negative where `a` is older than `b`. */
export function compareMinor(a: RuntimeVersion, b: RuntimeVersion): number {
  return a.major - b.major || a.minor - b.minor;
}
