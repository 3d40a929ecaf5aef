import { asArray, asString, at, type KubeObject } from '../objects';
import { podsOf } from './pods';
import { isOverdue, isStuck, podTrouble, type PodTrouble } from './podTrouble';
import type { HealthReport, HealthStatus, Instance, Workload } from './types';
import * as words from './wording';

/**
 * What health is judged by.
 *
 * @public
 */
export interface HealthInput {
  instance: Instance;
  /** Pods of any workload; those that are not the instance's are passed over. Undefined: not known. */
  pods?: readonly KubeObject[];
  now: Date;
}

/**
 * Whether an instance works. Judged by the workload's status and its pods:
 * conditions alone miss a failed init container. Why it does not work is for
 * the findings to say; the summary here is what is seen from afar.
 *
 * @public
 */
export function health(input: HealthInput): HealthReport {
  const { instance } = input;
  const [first, ...others] = instance.workloads;
  if (first.deletedAt) {
    return report('progressing', words.removed, 'Terminating');
  }
  const own = workloadHealth(first, input);
  if (others.every(other => other.deletedAt)) return own;
  // One replaces the other for as long as the new one is not there yet.
  return own.status === 'progressing'
    ? report('progressing', words.replacing(own.summary, instance.workloads), 'Replacing') // prettier-ignore
    : report('degraded', words.duplicate(instance.workloads), 'Duplicate');
}

function workloadHealth(
  workload: Workload,
  { instance, pods, now }: HealthInput,
): HealthReport {
  const { replicas } = workload;
  const troubles = podsOf(workload, instance.namespace, pods ?? []).flatMap(
    pod => podTrouble(pod) ?? [],
  );
  const trouble = foremost(troubles, now);
  if (trouble) {
    return report('degraded', words.stuck(replicas, trouble), trouble.reason);
  }
  const failure = condition(workload, 'ReplicaFailure', 'True');
  if (failure !== undefined) {
    return report('degraded', words.notMade(replicas), failure);
  }
  const overdue = condition(workload, 'Progressing', 'False');
  if (overdue !== undefined) {
    return report('degraded', words.noProgress(replicas), overdue);
  }
  if (!workload.observed || replicas.desired === undefined) {
    return report('progressing', words.unobserved);
  }
  if (replicas.desired === 0) {
    return workload.kind === 'DaemonSet'
      ? report('degraded', words.noNode, 'NoNode')
      : report('degraded', words.scaledToZero, 'ScaledToZero');
  }
  if (replicas.updated < replicas.desired) {
    return report('progressing', words.updating(replicas));
  }
  return replicas.ready < replicas.desired
    ? report('progressing', words.starting(replicas))
    : report('healthy', words.ready(replicas));
}

/** What is stuck comes before what takes too long. */
function foremost(troubles: PodTrouble[], now: Date): PodTrouble | undefined {
  return (
    troubles.find(isStuck) ?? troubles.find(trouble => isOverdue(trouble, now))
  );
}

/** The reason of a condition that is as asked for; empty where it has none. */
function condition(
  workload: Workload,
  type: string,
  status: string,
): string | undefined {
  const found = asArray(at(workload.object, 'status', 'conditions')).find(
    c => at(c, 'type') === type && at(c, 'status') === status,
  );
  return found === undefined ? undefined : asString(at(found, 'reason')) ?? '';
}

function report(
  status: HealthStatus,
  summary: string,
  reason?: string,
): HealthReport {
  return reason ? { status, summary, reason } : { status, summary };
}
