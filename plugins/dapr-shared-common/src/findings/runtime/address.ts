/** A host and a port, as daprd's arguments write them. */
export interface Address {
  host: string;
  port?: number;
}

/** Reads `host:port`, `[::1]:port`, also behind a scheme as `dns:///`. */
export function parseAddress(text: string | undefined): Address | undefined {
  const address = text?.trim().replace(/^\w+:\/\/\/?/, '');
  if (!address) return undefined;
  const match = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(address);
  const host = match?.[1] ?? match?.[2];
  if (!host) return undefined;
  return match?.[3] ? { host, port: Number(match[3]) } : { host };
}

/** The Service that a name inside a cluster stands for. */
export interface ServiceName {
  name: string;
  namespace: string;
}

/**
 * Takes `svc`, `svc.ns`, `svc.ns.svc` and `svc.ns.svc.<domain>` apart;
 * undefined for an IP address and for a name of the world outside.
 */
export function serviceOf(
  host: string,
  ownNamespace: string,
  clusterDomain: string,
): ServiceName | undefined {
  if (host.includes(':')) return undefined;
  const plain = host.replace(/\.$/, '').toLowerCase();
  const domain = `.svc.${clusterDomain.toLowerCase()}`;
  const inside = plain.endsWith(domain)
    ? plain.slice(0, -domain.length)
    : plain.replace(/\.svc$/, '');
  const marked = inside !== plain;
  const labels = inside.split('.');
  const [name, namespace] = labels.slice(-2);
  if (labels.length === 1 && name) return { name, namespace: ownNamespace };
  // Before the Service of a name in a cluster may stand a pod of it.
  if (!name || !namespace || (labels.length > 2 && !marked)) return undefined;
  return { name, namespace };
}

/** Whether the name can only be one of the cluster, as opposed to `example.com`. */
export function isClusterName(host: string, clusterDomain: string): boolean {
  const plain = host.replace(/\.$/, '').toLowerCase();
  return (
    !plain.includes('.') ||
    plain.endsWith('.svc') ||
    plain.endsWith(`.svc.${clusterDomain.toLowerCase()}`)
  );
}
