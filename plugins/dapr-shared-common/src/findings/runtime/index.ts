import type { CheckInput } from '../input';
import { bySeverity } from '../order';
import type { Finding } from '../types';
import { appCause } from './app/appCause';
import { toFinding, type Cause } from './cause';
import { circumstances } from './circumstances';
import { diagnose } from './diagnose';
import { readWarnings } from './events';
import { podViews } from './podView';
import { complaintsOf } from './ready/complaints';
import { restartCause } from './ready/restarts';
import { rolloutCause, workloadCause } from './workload';

/** What is wrong with an instance that runs, or should. */
export interface RuntimeFindings {
  /** Why it is not ready; the first is what to put right first. */
  causes: Finding[];
  /** What does not work although it is ready. */
  others: Finding[];
}

/**
 * Tells why an instance does not run as it should, from pod status, events and
 * logs, as far as those are given. One cause hides what follows from it, and is
 * told once for all pods.
 */
export function runtimeFindings(input: CheckInput): RuntimeFindings {
  const seen = circumstances(input);
  if (seen.workload.deletedAt) return { causes: [], others: [] };
  const warnings = readWarnings(input);
  const pods = podViews(input, warnings);
  const troubles = pods.flatMap(pod => diagnose(pod, seen) ?? []);
  const workload = workloadCause(seen, input.pods && pods.length, warnings);
  const causes = [
    ...merge(asList(workload), 0),
    ...merge(troubles, pods.length),
  ].sort(bySeverity);
  const stuck = causes.length === 0 ? rolloutCause(seen) : undefined;
  if (stuck) causes.push(toFinding(stuck));

  const app = appCause(seen, false);
  const others = [
    ...merge(
      pods.flatMap(pod => [
        ...asList(pod.trouble ? undefined : restartCause(pod, input.now)),
        ...complaintsOf(pod, seen),
      ]),
      pods.length,
    ),
    ...(app && isLive(input) ? [toFinding(app)] : []),
  ].filter(({ code }) => !causes.some(cause => cause.code === code));
  return { causes, others: others.sort(bySeverity) };
}

function asList<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

/** The same cause of several pods, once. */
function merge(causes: readonly Cause[], pods: number): Finding[] {
  const groups = new Map<string, { cause: Cause; count: number }>();
  for (const cause of causes) {
    const key = `${cause.code.code} ${cause.cause}`;
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { cause, count: 1 });
  }
  return [...groups.values()].map(({ cause, count }) =>
    toFinding(cause, pods > 1 ? `${count} of ${pods} pods` : undefined),
  );
}

/** Whether this is an instance in a cluster, as opposed to one that is only written down. */
function isLive({ instance }: CheckInput): boolean {
  return instance.workloads[0].uid !== undefined;
}
