import {
  asNumber,
  asString,
  at,
  type Plan,
} from 'backstage-plugin-dapr-shared-common';

const shared = (plan: Pick<Plan, 'values'>, ...path: string[]) =>
  at(plan.values.data, 'shared', ...path);

/** Read from the values, since policy or hand-set values may have decided. */
export function replicasOf(plan: Pick<Plan, 'values'>): number {
  return asNumber(shared(plan, 'deployment', 'replicas')) ?? 1;
}

/** Where daprd calls the app; undefined where it never does. */
export function appChannelOf(
  plan: Pick<Plan, 'values'>,
): { host: string; port: number; protocol: string } | undefined {
  const port = asNumber(shared(plan, 'remotePort')) ?? 0;
  const host = asString(shared(plan, 'remoteURL'));
  const protocol = asString(shared(plan, 'daprd', 'app', 'protocol')) ?? 'http';
  return port > 0 && host ? { host, port, protocol } : undefined;
}
