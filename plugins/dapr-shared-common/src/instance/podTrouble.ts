import { asArray, asNumber, asString, at, type KubeObject } from '../objects';

/** What keeps a pod from being ready. */
export interface PodTrouble {
  /**
   * Kubernetes' word (`CrashLoopBackOff`), or ours for what it has none:
   * `NotReady`, `ContainerCreating` and `NodeNotReady`.
   */
  reason: string;
  /** The container, or undefined where it is the pod. */
  container?: string;
  /** Whether that is an init container. */
  init?: boolean;
  message?: string;
  restarts: number;
  exitCode?: number;
  /** RFC 3339: since when it has been so, for what may pass. */
  since?: string;
}

/** What may pass by itself; everything else is stuck until somebody acts. */
const PASSING: Readonly<Record<string, number | undefined>> = {
  // How long a started daprd may take before it counts as stuck.
  NotReady: 60_000,
  // Images may be large, and registries slow.
  ContainerCreating: 5 * 60_000,
};

/** Whether it is more than a pod that is just starting. */
export function isOverdue(trouble: PodTrouble, now: Date): boolean {
  const grace = PASSING[trouble.reason];
  if (grace === undefined || trouble.restarts > 0) return true;
  const since = Date.parse(trouble.since ?? '');
  return now.getTime() - since > grace;
}

/** Whether somebody has to act, as opposed to what may pass by itself. */
export function isStuck(trouble: PodTrouble): boolean {
  return PASSING[trouble.reason] === undefined;
}

/** What is wrong with a pod; undefined when it is ready or going. */
export function podTrouble(pod: KubeObject): PodTrouble | undefined {
  const status = at(pod, 'status');
  if (at(pod, 'metadata', 'deletionTimestamp')) {
    return at(status, 'reason') === 'NodeLost'
      ? ofPod('NodeNotReady', at(status, 'message'))
      : undefined;
  }
  const scheduled = condition(pod, 'PodScheduled');
  if (at(scheduled, 'status') === 'False') {
    return ofPod(
      asString(at(scheduled, 'reason')) ?? 'Unschedulable',
      at(scheduled, 'message'),
    );
  }
  if (at(status, 'phase') === 'Failed') {
    return ofPod(
      asString(at(status, 'reason')) ?? 'Error',
      at(status, 'message'),
    );
  }
  const inits = asArray(at(status, 'initContainerStatuses'));
  const containers = asArray(at(status, 'containerStatuses'));
  return (
    inits.map(c => containerTrouble(c, true)).find(Boolean) ??
    containers
      .map(c => containerTrouble(c, false))
      .sort((a, b) => weight(b) - weight(a))
      .find(Boolean) ??
    (isCreating(pod) ? creating(pod, scheduled) : unheard(pod))
  );
}

/** Whether its containers are not there yet. */
function isCreating(pod: KubeObject): boolean {
  const status = at(pod, 'status');
  const containers = asArray(at(status, 'containerStatuses'));
  return (
    (at(status, 'phase') === 'Pending' && containers.length === 0) ||
    containers.some(container => {
      const reason = at(container, 'state', 'waiting', 'reason');
      return reason === 'ContainerCreating' || reason === 'PodInitializing';
    })
  );
}

function creating(pod: KubeObject, scheduled: unknown): PodTrouble {
  const since =
    at(scheduled, 'lastTransitionTime') ??
    at(pod, 'status', 'startTime') ??
    at(pod, 'metadata', 'creationTimestamp');
  return { reason: 'ContainerCreating', restarts: 0, since: asString(since) };
}

/** Its containers are ready as far as anybody heard, and the pod is not: its node is away. */
function unheard(pod: KubeObject): PodTrouble | undefined {
  const containers = asArray(at(pod, 'status', 'containerStatuses'));
  const ready = condition(pod, 'Ready');
  return containers.length > 0 &&
    containers.every(c => at(c, 'ready') === true) &&
    (at(ready, 'status') === 'Unknown' || at(ready, 'status') === 'False') &&
    at(ready, 'reason') !== 'ReadinessGatesNotReady'
    ? ofPod('NodeNotReady', at(ready, 'message'))
    : undefined;
}

function condition(pod: KubeObject, type: string): unknown {
  return asArray(at(pod, 'status', 'conditions')).find(
    c => at(c, 'type') === type,
  );
}

function ofPod(reason: string, message: unknown): PodTrouble {
  return { reason, message: asString(message), restarts: 0 };
}

function weight(trouble: PodTrouble | undefined): number {
  if (!trouble) return 0;
  return isStuck(trouble) ? 2 : 1;
}

function containerTrouble(
  container: unknown,
  init: boolean,
): PodTrouble | undefined {
  const state = at(container, 'state');
  const last = at(container, 'lastState', 'terminated');
  const ended = at(state, 'terminated') ?? last;
  const common = {
    container: asString(at(container, 'name')),
    ...(init ? { init } : {}),
    restarts: asNumber(at(container, 'restartCount')) ?? 0,
    exitCode: asNumber(at(ended, 'exitCode')),
  };
  const waiting = asString(at(state, 'waiting', 'reason'));
  if (
    waiting &&
    waiting !== 'PodInitializing' &&
    waiting !== 'ContainerCreating'
  ) {
    // Out of memory, or a start that failed, is the reason behind the back-off that shows.
    const reason = asString(at(last, 'reason'));
    const behind =
      waiting === 'CrashLoopBackOff' && isCause(reason) ? reason : undefined;
    return {
      ...common,
      reason: behind ?? waiting,
      message: behind
        ? asString(at(last, 'message'))
        : asString(at(state, 'waiting', 'message')),
    };
  }
  const exitCode = asNumber(at(state, 'terminated', 'exitCode'));
  if (exitCode !== undefined && !(init && exitCode === 0)) {
    return {
      ...common,
      reason: asString(at(state, 'terminated', 'reason')) ?? 'Error',
      message: asString(at(state, 'terminated', 'message')),
    };
  }
  if (!init && at(state, 'running') && at(container, 'ready') === false) {
    return {
      ...common,
      reason: 'NotReady',
      since: asString(at(state, 'running', 'startedAt')),
    };
  }
  return undefined;
}

/** Reasons of an end that say more than that it ended. */
function isCause(reason: string | undefined): boolean {
  return (
    reason === 'OOMKilled' ||
    reason === 'StartError' ||
    reason === 'ContainerCannotRun'
  );
}
