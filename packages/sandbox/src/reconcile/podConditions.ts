import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, timestamp } from '../kube';
import type { ContainerStatus } from './containerStatus';

/** Conditions of a scheduled pod, with Kubernetes' reasons and messages. */
export function podConditions(
  pod: ApiObject,
  inits: readonly ContainerStatus[],
  containers: readonly ContainerStatus[],
  now: Date,
) {
  const incomplete = namesOf(inits);
  const unready = namesOf(containers);
  const initialized =
    incomplete.length === 0
      ? {}
      : {
          reason: 'ContainersNotInitialized',
          message: `containers with incomplete status: [${incomplete.join(' ')}]`, // prettier-ignore
        };
  const ready =
    unready.length === 0
      ? {}
      : {
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${unready.join(' ')}]`,
        };
  return [
    condition('Initialized', initialized),
    condition('Ready', ready),
    condition('ContainersReady', ready),
    condition('PodScheduled', {}),
  ];

  function condition(
    type: string,
    problem: { reason?: string; message?: string },
  ) {
    const status = problem.reason ? 'False' : 'True';
    return {
      type,
      status,
      lastProbeTime: null,
      lastTransitionTime: transition(pod, type, status, now),
      ...problem,
    };
  }
}

function namesOf(statuses: readonly ContainerStatus[]): string[] {
  return statuses.filter(status => !status.ready).map(status => status.name);
}

/** When a condition came to its status: as before, or now. */
export function transition(
  object: ApiObject,
  type: string,
  status: string,
  now: Date,
): string {
  const previous = asArray(at(object, 'status', 'conditions')).find(
    condition => at(condition, 'type') === type,
  );
  const since = asString(at(previous, 'lastTransitionTime'));
  return at(previous, 'status') === status && since ? since : timestamp(now);
}
