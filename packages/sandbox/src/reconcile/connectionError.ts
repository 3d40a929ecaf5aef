/**
 * How gRPC tells that nobody answers, as seen in daprd's log: a name that is
 * none, or a port where nothing listens.
 *
 * @param host - where the answer would have been
 */
export function connectionError(address = '', host: string): string {
  const [, name = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(address) ?? [];
  const found = name === host || name === `${host}.cluster.local`;
  const dialing = found
    ? `dial tcp 10.96.7.41:${port}: connect: connection refused`
    : `dial tcp: lookup ${name} on 10.96.0.10:53: no such host`;
  return `connection error: desc = "transport: Error while dialing: ${dialing}"`;
}
