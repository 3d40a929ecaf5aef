import { asNumber, at, type KubeObject } from '../objects';
import type { Replicas, Workload } from './types';

/** Pod counts as each controller words them. */
export function readReplicas(
  kind: Workload['kind'],
  object: KubeObject,
): Replicas {
  const status = at(object, 'status');
  const count = (field: string) => asNumber(at(status, field)) ?? 0;
  return kind === 'DaemonSet'
    ? {
        desired: asNumber(at(status, 'desiredNumberScheduled')),
        ready: count('numberReady'),
        updated: count('updatedNumberScheduled'),
        available: count('numberAvailable'),
      }
    : {
        // Kubernetes takes an absent number for one.
        desired: asNumber(at(object, 'spec', 'replicas')) ?? 1,
        ready: count('readyReplicas'),
        updated: count('updatedReplicas'),
        available: count('availableReplicas'),
      };
}
