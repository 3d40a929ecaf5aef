import {
  asArray,
  asNumber,
  asString,
  at,
  type Instance,
  type KubeObject,
  podsOf,
} from 'backstage-plugin-dapr-shared-common';
import type { FindPods } from '../podIndex';

/** Which of a container's logs to ask for. */
export interface LogRequest {
  instance: Instance;
  pod: string;
  container: string;
  previous: boolean;
}

/** Pods of one workload mostly fail alike, so that two tell what all would. */
const PODS_PER_INSTANCE = 2;

/** Of all instances of a cluster, in one round. */
const MAX_REQUESTS = 24;

/**
 * The logs worth reading: of pods that are not ready, their containers that
 * have failed or do not become ready. Every instance gets its first before any
 * gets its second.
 *
 * @param instances - those that are not healthy
 */
export function logRequests(
  instances: readonly Instance[],
  findPods: FindPods,
): LogRequest[] {
  const wishes = instances.map(instance => {
    const pods = findPods(instance) ?? [];
    return instance.workloads
      .flatMap(workload => podsOf(workload, instance.namespace, pods))
      .filter(isTroubled)
      .slice(0, PODS_PER_INSTANCE)
      .flatMap(pod => ofPod(instance, pod));
  });
  const rounds = Math.max(0, ...wishes.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    wishes.flatMap(wish => wish[round] ?? []),
  )
    .flat()
    .slice(0, MAX_REQUESTS);
}

function isTroubled(pod: KubeObject): boolean {
  return (
    pod.metadata?.deletionTimestamp === undefined &&
    !asArray(at(pod, 'status', 'conditions')).some(
      c => at(c, 'type') === 'Ready' && at(c, 'status') === 'True',
    )
  );
}

function ofPod(instance: Instance, pod: KubeObject): LogRequest[] {
  const name = pod.metadata?.name;
  if (!name) return [];
  const statuses = [
    ...asArray(at(pod, 'status', 'initContainerStatuses')),
    ...asArray(at(pod, 'status', 'containerStatuses')),
  ];
  return statuses.flatMap(status => {
    const container = asString(at(status, 'name'));
    if (!container || at(status, 'ready') === true) return [];
    return runsOf(status).map(previous => ({ instance, pod: name, container, previous })); // prettier-ignore
  });
}

/** Which runs of a container have left a log: the last one before, the present one. */
function runsOf(status: unknown): boolean[] {
  const { running, terminated } = {
    running: at(status, 'state', 'running') !== undefined,
    terminated: at(status, 'state', 'terminated') !== undefined,
  };
  const restarted = (asNumber(at(status, 'restartCount')) ?? 0) > 0;
  if (terminated) return [false];
  // What ended the last run tells more than how the next one begins.
  return [...(restarted ? [true] : []), ...(running ? [false] : [])];
}
