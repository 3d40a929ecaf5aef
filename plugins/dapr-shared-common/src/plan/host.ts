const LABELS = /^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$/;

/** Ports that a scheme stands for where the URL names none. */
const DEFAULT_PORT: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
};

/**
 * What is wrong with the host of an app channel. Daprd puts scheme and port
 * around it, so a URL must be taken apart; the answer says how.
 */
export function hostProblem(host: string | undefined): string | undefined {
  if (host === undefined || isHost(host)) return undefined;
  const url = parseUrl(host);
  if (!url) {
    return `must be a DNS name or an IPv4 address, without port and path; it is "${host}". Write for example "orders.shop.svc.cluster.local".`;
  }
  const port = url.port || DEFAULT_PORT[url.protocol];
  const rest = [
    port && `port ${port}`,
    /^(https?|grpcs?|h2c):$/.test(url.protocol) &&
      `protocol "${url.protocol.slice(0, -1)}"`,
  ].filter(Boolean);
  return `must be a host, not a URL; it is "${host}". Write "${
    url.hostname
  }" here${rest.length > 0 ? `, and ${rest.join(' and ')} in their own fields` : ''}.`; // prettier-ignore
}

function isHost(host: string): boolean {
  const labels = host.replace(/\.$/, '').split('.');
  return (
    host.length <= 253 && labels.every(l => l.length <= 63 && LABELS.test(l))
  );
}

/** Reads `http://host:80/path` and `host:80`. */
function parseUrl(text: string): URL | undefined {
  const candidate = text.includes('://') ? text : `none://${text}`;
  if (!URL.canParse(candidate)) return undefined;
  const url = new URL(candidate);
  return isHost(url.hostname) ? url : undefined;
}
