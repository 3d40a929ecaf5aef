import { health, type Instance } from 'backstage-plugin-dapr-shared-common';
import type { InstanceRecord } from '../store';
import type { ClusterSnapshot } from './readCluster';

/** The rows a snapshot makes. Pure. */
export function toRecords(
  cluster: string,
  snapshot: ClusterSnapshot,
  now: Date,
): InstanceRecord[] {
  return snapshot.instances.map(instance => {
    const [{ replicas, image }] = instance.workloads;
    return {
      cluster,
      namespace: instance.namespace,
      appId: instance.appId,
      entityRef: instance.entityRef,
      health: health({
        instance,
        pods: snapshot.pods,
        now,
        controlPlaneVersion: snapshot.controlPlane?.version,
      }),
      details: {
        strategy: instance.strategy,
        replicas,
        appChannel: instance.appChannel,
        daprd: { version: instance.daprdVersion, image },
        chart: instance.chart,
        release: instance.release,
        source: instance.source,
        workloads: workloadsOf(instance),
      },
    };
  });
}

function workloadsOf({ workloads }: Instance) {
  return workloads.map(({ kind, name, strategy, replicas }) => ({
    kind,
    name,
    strategy,
    replicas,
  }));
}
