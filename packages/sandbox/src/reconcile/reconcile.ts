import { type ApiObject, ObjectIndex } from '../kube';
import { reconcileDaemonSet } from './daemonSet';
import { reconcileDeployment } from './deployment';
import { endpointSlices } from './endpointSlices';
import { eventsOf } from './events';
import { worldOf } from './world';

/** Kinds that controllers make, not people. */
const MADE = new Set(['Pod', 'ReplicaSet', 'EndpointSlice', 'Event']);

/**
 * One round of what controllers, scheduler and kubelets do: workloads get
 * pods, pods a status, Services their endpoints. Whatever is no longer wanted
 * is left out. Pure: the same objects at the same time give the same objects.
 *
 * @param objects - everything in the cluster
 * @returns everything in the cluster a moment later
 */
export function reconcile(
  objects: readonly ApiObject[],
  now: Date,
): ApiObject[] {
  const index = new ObjectIndex(objects);
  const world = worldOf(index, now);
  const result = objects.flatMap(object => {
    if (object.kind === 'Deployment') return reconcileDeployment(object, world);
    if (object.kind === 'DaemonSet') return reconcileDaemonSet(object, world);
    return MADE.has(object.kind) ? [] : [object];
  });
  const pods = result.filter(object => object.kind === 'Pod');
  return [
    ...result,
    ...endpointSlices(index.ofKind('Service'), pods),
    ...eventsOf(pods, world),
  ];
}
