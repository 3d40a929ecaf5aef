import type { V1DaemonSet, V1Deployment, V1Pod } from '@kubernetes/client-node';
import type { Cluster } from './client';
import { type PodState, podStatus } from './podStatus';

/**
 * Makes the pods of a workload as many as there are states, and gives each its
 * state. A Deployment gets no ReplicaSet in between: nothing here reads them.
 */
export async function syncPods(
  { core, merge }: Cluster,
  workload: V1DaemonSet | V1Deployment,
  states: readonly PodState[],
): Promise<void> {
  const pods = states.map((_, index) => makePod(workload, index));
  const names = pods.map(pod => pod.metadata?.name);
  const { namespace = '' } = workload.metadata ?? {};
  const labelSelector = Object.entries(
    workload.spec?.selector.matchLabels ?? {},
  )
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
  const { items } = await core.listNamespacedPod({ namespace, labelSelector });
  const existing = items.map(pod => pod.metadata?.name ?? '');
  for (const name of existing) {
    if (names.includes(name)) continue;
    // There is no kubelet to end it gracefully.
    await core.deleteNamespacedPod({ name, namespace, gracePeriodSeconds: 0 });
  }
  for (const [index, body] of pods.entries()) {
    const name = body.metadata?.name ?? '';
    if (!existing.includes(name)) {
      await core.createNamespacedPod({ namespace, body });
    }
    const status = podStatus(states[index] ?? 'starting');
    await core.patchNamespacedPodStatus(
      { name, namespace, body: { status } },
      merge,
    );
  }
}

function makePod(workload: V1DaemonSet | V1Deployment, index: number): V1Pod {
  const { metadata, spec } = workload.spec?.template ?? {};
  const { name = '', uid = '' } = workload.metadata ?? {};
  return {
    metadata: {
      ...metadata,
      name: `${name}-${index}`,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: workload.kind ?? '',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { containers: [], ...spec, nodeName: `node-${index + 1}` },
  };
}
