import {
  asArray,
  asNumber,
  asString,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { ageMs, type ApiObject, timestamp } from '../kube';
import { transition } from './podConditions';
import { isPodReady } from './pods';

interface Rollout {
  replicaSet: ApiObject;
  desired: number;
  updated: readonly ApiObject[];
  old: readonly ApiObject[];
  /** Why pods cannot be created. */
  refused: string | undefined;
  now: Date;
}

/** Status of a Deployment, with the conditions its controller sets. */
export function deploymentStatus(deployment: ApiObject, rollout: Rollout) {
  const { desired, updated, old, refused } = rollout;
  const pods = [...updated, ...old];
  const ready = pods.filter(isPodReady).length;
  const unavailable = Math.max(0, Math.max(desired, pods.length) - ready);
  return {
    observedGeneration: deployment.metadata.generation,
    ...counts({
      replicas: pods.length,
      updatedReplicas: updated.length,
      readyReplicas: ready,
      availableReplicas: ready,
      unavailableReplicas: unavailable,
    }),
    conditions: [
      condition(deployment, rollout.now, available(ready, desired)),
      condition(deployment, rollout.now, progressing(deployment, rollout)),
      ...(refused
        ? [
            condition(deployment, rollout.now, {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message: refused,
            }),
          ]
        : []),
    ],
  };
}

interface Condition {
  type: string;
  status: 'True' | 'False';
  reason: string;
  message: string;
}

function available(ready: number, desired: number): Condition {
  // At most a quarter, rounded down, may be unavailable.
  return ready >= desired - Math.floor(desired / 4)
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progressing(deployment: ApiObject, rollout: Rollout): Condition {
  const { replicaSet, desired, updated, old, now } = rollout;
  const set = `ReplicaSet "${replicaSet.metadata.name}"`;
  const done = `${set} has successfully progressed.`;
  const before = asArray(at(deployment, 'status', 'conditions')).find(
    c => at(c, 'type') === 'Progressing',
  );
  const complete =
    old.length === 0 && updated.filter(isPodReady).length === desired;
  // Once complete it stays so: losing a pod later is not a lack of progress.
  if (complete || asString(at(before, 'message')) === done) {
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: done,
    };
  }
  const deadline =
    asNumber(at(deployment, 'spec', 'progressDeadlineSeconds')) ?? 600;
  return ageMs(replicaSet.metadata.creationTimestamp, now) > deadline * 1000
    ? {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
        message: `${set} has timed out progressing.`,
      }
    : {
        type: 'Progressing',
        status: 'True',
        reason: 'ReplicaSetUpdated',
        message: `${set} is progressing.`,
      };
}

function condition(deployment: ApiObject, now: Date, found: Condition) {
  const { type, status, reason, message } = found;
  const before = asArray(at(deployment, 'status', 'conditions')).find(
    c => at(c, 'type') === type,
  );
  const same = at(before, 'status') === status && at(before, 'message') === message; // prettier-ignore
  return {
    type,
    status,
    lastUpdateTime:
      (same && asString(at(before, 'lastUpdateTime'))) || timestamp(now),
    lastTransitionTime: transition(deployment, type, status, now),
    reason,
    message,
  };
}

/** Kubernetes leaves zeros out. */
function counts(all: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(all).filter(([, n]) => n > 0));
}
