import { assess, type Instance } from 'backstage-plugin-dapr-shared-common';
import type { InstanceRecord } from '../store';
import { evidenceOf } from './evidence';
import type { ClusterSnapshot } from './readCluster';

/** Longer than any name that Kubernetes takes. */
const MAX_LENGTH = 253;

/**
 * The rows a snapshot makes. Pure. What cannot be an instance's identity is
 * left out: an app id is whatever somebody wrote into an argument.
 */
export function toRecords(
  cluster: string,
  snapshot: ClusterSnapshot,
  now: Date,
): InstanceRecord[] {
  return snapshot.instances
    .filter(({ namespace, appId }) => isName(namespace) && isName(appId))
    .map(instance => toRecord(cluster, instance, snapshot, now));
}

function toRecord(
  cluster: string,
  instance: Instance,
  snapshot: ClusterSnapshot,
  now: Date,
): InstanceRecord {
  const [{ replicas, image }] = instance.workloads;
  const { podsOf, controlPlane, nodes, evidence } = snapshot;
  const { health, findings } = assess({
    instance,
    now,
    pods: podsOf(instance),
    controlPlane,
    nodes,
    ...evidenceOf(instance, evidence),
  });
  return {
    cluster,
    namespace: instance.namespace,
    appId: instance.appId,
    entityRef: instance.entityRef,
    health,
    details: {
      strategy: instance.strategy,
      replicas,
      appChannel: instance.appChannel,
      daprd: { version: instance.daprdVersion, image },
      chart: instance.chart,
      release: instance.release,
      source: instance.source,
      workloads: workloadsOf(instance),
      findings,
    },
  };
}

/** A slash would make the id `cluster/namespace/appId` name another instance. */
function isName(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[^\s/\p{Cc}]+$/u.test(text);
}

function workloadsOf({ workloads }: Instance) {
  return workloads.map(({ kind, name, strategy, replicas }) => ({
    kind,
    name,
    strategy,
    replicas,
  }));
}
