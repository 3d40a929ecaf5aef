import { asArray, asString, at, type KubeObject } from '../objects';
import { flagValue } from './args';
import { isStuck, podsOf, podTrouble, type PodTrouble } from './pods';
import type {
  HealthReport,
  HealthStatus,
  Instance,
  Replicas,
  Workload,
} from './types';
import { explain } from './wording';

/** How long a started daprd may take before it counts as stuck. */
const START_GRACE_MS = 60_000;

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
  /** Version of Dapr's control plane, where known. */
  controlPlaneVersion?: string;
}

/**
 * Whether an instance works and, if not, why, in one sentence. Judged by the
 * workload's status and its pods: conditions alone miss a failed init
 * container.
 *
 * @public
 */
export function health(input: HealthInput): HealthReport {
  const { instance } = input;
  const [first, ...others] = instance.workloads;
  if (first.deletedAt) {
    return report('progressing', 'Being removed.', 'Terminating');
  }
  const own = workloadHealth(first, input);
  const lasting = others.filter(other => !other.deletedAt);
  if (lasting.length === 0) return own;
  const names = instance.workloads
    .map(w => `${w.kind} ${w.name}`)
    .join(' and ');
  // One replaces the other for as long as the new one is not there yet.
  return own.status === 'progressing'
    ? report('progressing', `${own.summary} ${names} both run until it is done.`, 'Replacing') // prettier-ignore
    : report('degraded', `Two workloads run for one app id: ${names}. Remove one.`, 'Duplicate'); // prettier-ignore
}

function workloadHealth(workload: Workload, input: HealthInput): HealthReport {
  const { replicas } = workload;
  const desired = replicas.desired ?? 0;
  const counts = `${replicas.ready} of ${desired} ready`;
  const troubles = podsOf(workload, input.instance.namespace, input.pods ?? [])
    .map(podTrouble)
    .filter(trouble => trouble !== undefined);
  const stuck = troubles.find(isStuck);
  if (stuck) return explained(stuck, counts, input);

  const failure = condition(workload, 'ReplicaFailure', 'True');
  if (failure) {
    return report('degraded', `Pods cannot be made: ${failure.message}`, failure.reason); // prettier-ignore
  }
  const overdue = condition(workload, 'Progressing', 'False');
  const waiting = troubles.find(trouble => isOverdue(trouble, input.now));
  if (waiting) return explained(waiting, counts, input);
  if (overdue) {
    return report('degraded', `${counts}, and no progress any more: ${overdue.message}`, overdue.reason); // prettier-ignore
  }
  if (!workload.observed || replicas.desired === undefined) {
    return report('progressing', 'Kubernetes has not acted on the last change yet.'); // prettier-ignore
  }
  if (desired === 0) return none(workload);
  return rollout(replicas, counts);
}

function rollout(replicas: Replicas, counts: string): HealthReport {
  const desired = replicas.desired ?? 0;
  if (replicas.updated < desired) {
    return report('progressing', `${replicas.updated} of ${desired} updated.`);
  }
  return replicas.ready < desired
    ? report('progressing', `${counts}, the rest is starting.`)
    : report('healthy', desired === 1 ? 'Ready.' : `All ${desired} ready.`);
}

function none(workload: Workload): HealthReport {
  return workload.kind === 'DaemonSet'
    ? report('degraded', 'No node matches its node selector and tolerations, so that no daprd runs.', 'NoNode') // prettier-ignore
    : report('degraded', 'Scaled to 0 replicas, so that no daprd runs.', 'ScaledToZero'); // prettier-ignore
}

function explained(
  trouble: PodTrouble,
  counts: string,
  { instance, controlPlaneVersion }: HealthInput,
): HealthReport {
  const sentence = explain(trouble, {
    appChannel: instance.appChannel,
    image: instance.workloads[0].image,
    sentry: flagValue(instance.workloads[0].args, 'sentry-address'),
    controlPlaneVersion,
  });
  return report('degraded', `${sentence} ${counts}.`, trouble.reason);
}

/** Running for longer than a start takes, or restarted, and still not ready. */
function isOverdue(trouble: PodTrouble, now: Date): boolean {
  if (trouble.reason !== 'NotReady') return false;
  const since = Date.parse(trouble.runningSince ?? '');
  return trouble.restarts > 0 || now.getTime() - since > START_GRACE_MS;
}

function condition(workload: Workload, type: string, status: string) {
  const found = asArray(at(workload.object, 'status', 'conditions')).find(
    c => at(c, 'type') === type && at(c, 'status') === status,
  );
  return found
    ? {
        reason: asString(at(found, 'reason')),
        message: asString(at(found, 'message')) ?? '',
      }
    : undefined;
}

function report(
  status: HealthStatus,
  summary: string,
  reason?: string,
): HealthReport {
  return reason ? { status, summary, reason } : { status, summary };
}
