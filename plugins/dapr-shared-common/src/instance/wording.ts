import type { PodTrouble } from './podTrouble';
import type { Replicas, Workload } from './types';

/** What health says where no cause is known: what is seen, in one sentence. */
export const removed = 'Being removed.';
export const unobserved = 'Kubernetes has not acted on the last change yet.';
export const noNode = 'No node takes a pod, so that no daprd runs.';
export const scaledToZero = 'Scaled to 0 replicas, so that no daprd runs.';

export function ready({ desired }: Replicas): string {
  return desired === 1 ? 'Ready.' : `All ${desired} ready.`;
}

export function starting(replicas: Replicas): string {
  return `${counts(replicas)}, the rest is starting.`;
}

export function updating({ updated, desired }: Replicas): string {
  return `${updated} of ${desired} updated.`;
}

export function noProgress(replicas: Replicas): string {
  return `${counts(replicas)}, and no progress any more.`;
}

export function notMade(replicas: Replicas): string {
  return `${counts(replicas)}: pods cannot be made.`;
}

const STATES: Readonly<Record<string, string | undefined>> = {
  NotReady: 'running but not ready',
  ContainerCreating: 'not started yet',
  NodeNotReady: 'on a node that does not report',
  Unschedulable: 'not taken by any node',
};

export function stuck(replicas: Replicas, trouble: PodTrouble): string {
  return `${counts(replicas)}: ${trouble.container ?? 'a pod'} is ${
    STATES[trouble.reason] ?? `in ${trouble.reason}`
  }.`;
}

export function duplicate(workloads: readonly Workload[]): string {
  return `Two workloads run for one app id: ${names(workloads)}. Remove one.`;
}

export function replacing(
  summary: string,
  workloads: readonly Workload[],
): string {
  return `${summary} ${names(workloads)} both run until it is done.`;
}

function names(workloads: readonly Workload[]): string {
  return workloads.map(({ kind, name }) => `${kind} ${name}`).join(' and ');
}

function counts({ ready: are, desired }: Replicas): string {
  return `${are} of ${desired ?? 0} ready`;
}
