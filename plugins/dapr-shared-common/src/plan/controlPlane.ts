import type { RuntimeFacts } from '../runtime';
import type { ClusterFacts } from './types';
import type { ValueEntry } from './values';

/**
 * Values that follow the cluster's control plane. The chart has its namespace,
 * trust domain and cluster domain spelled out in each address, so that all of
 * them move together.
 */
export function controlPlaneValues(
  facts: ClusterFacts,
  runtime: RuntimeFacts,
): ValueEntry[] {
  const namespace = facts.controlPlane?.namespace ?? 'dapr-system';
  const trustDomain = facts.controlPlane?.trustDomain ?? 'cluster.local';
  const clusterDomain = facts.clusterDomain ?? 'cluster.local';
  const host = (service: string) =>
    `${service}.${namespace}.svc.${clusterDomain}`;
  const at = (key: string) => `shared.controlPlane.${key}`;
  return [
    {
      path: 'shared.scheduler.address',
      value: `${host('dapr-scheduler-server-0.dapr-scheduler-server')}:50006`,
      why: "Follows the control plane's namespace and the cluster's domain.",
    },
    {
      path: at('namespace'),
      value: namespace,
      why: "Where this cluster's Dapr control plane runs. The addresses and the audience follow it.",
    },
    {
      path: at('trustDomain'),
      value: trustDomain,
      why: "Trust domain of this cluster's Dapr control plane. The audience follows it.",
    },
    { path: at('operator.address'), value: host('dapr-api') },
    { path: at('sentry.address'), value: host('dapr-sentry') },
    {
      path: at('sentry.port'),
      value: runtime.sentryPort,
      why: "Sentry's Service has no port 80 since Dapr 1.14; with the chart's default daprd waits for ever.",
    },
    {
      path: at('placementServer.address'),
      value: host('dapr-placement-server'),
    },
    {
      path: 'shared.daprd.serviceAccountIdentityToken.audience',
      value: `spiffe://${trustDomain}/ns/${namespace}/dapr-sentry`,
      why: 'Sentry accepts tokens for its own identity only.',
    },
    {
      path: 'shared.daprd.mtls.enabled',
      value: facts.controlPlane?.mtls === true,
      why: 'The control plane has mTLS on: without it here, other Dapr apps could not call this one.',
    },
  ];
}
