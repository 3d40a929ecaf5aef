import {
  asArray,
  asNumber,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from '../objects';
import type { Workload } from './types';

/** What keeps a pod from being ready. */
export interface PodTrouble {
  /** Kubernetes' word (`CrashLoopBackOff`), or ours for what it has none (`NotReady`). */
  reason: string;
  /** The container, or undefined where it is the pod. */
  container?: string;
  message?: string;
  restarts: number;
  exitCode?: number;
  /** RFC 3339: since when the container has been running, for `NotReady`. */
  runningSince?: string;
}

/** Reasons that do not go away by waiting. */
const STUCK = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'OOMKilled',
  'Error',
  'Unschedulable',
  'Evicted',
]);

/** Whether somebody has to act, as opposed to a pod that is just starting. */
export function isStuck(trouble: PodTrouble): boolean {
  return STUCK.has(trouble.reason);
}

/**
 * The pods of a workload, by its selector. The chart's clean-up pod carries
 * the same instance label, but is nobody's replica.
 *
 * @public
 */
export function podsOf(
  workload: Workload,
  namespace: string,
  pods: readonly KubeObject[],
): KubeObject[] {
  const selector = Object.entries(workload.selector);
  if (selector.length === 0) return [];
  return pods.filter(pod => {
    const metadata = at(pod, 'metadata');
    const labels = asStringMap(at(metadata, 'labels'));
    return (
      at(metadata, 'namespace') === namespace &&
      selector.every(([key, value]) => labels[key] === value) &&
      at(metadata, 'annotations', 'helm.sh/hook') === undefined
    );
  });
}

/** What is wrong with a pod; undefined when it is ready, going, or only just made. */
export function podTrouble(pod: KubeObject): PodTrouble | undefined {
  if (at(pod, 'metadata', 'deletionTimestamp')) return undefined;
  const status = at(pod, 'status');
  const conditions = asArray(at(status, 'conditions'));
  const scheduled = conditions.find(c => at(c, 'type') === 'PodScheduled');
  if (at(scheduled, 'status') === 'False') {
    return {
      reason: asString(at(scheduled, 'reason')) ?? 'Unschedulable',
      message: asString(at(scheduled, 'message')),
      restarts: 0,
    };
  }
  if (at(status, 'phase') === 'Failed') {
    return {
      reason: asString(at(status, 'reason')) ?? 'Error',
      message: asString(at(status, 'message')),
      restarts: 0,
    };
  }
  const inits = asArray(at(status, 'initContainerStatuses'));
  const containers = asArray(at(status, 'containerStatuses'));
  return (
    inits.map(c => containerTrouble(c, true)).find(Boolean) ??
    containers
      .map(c => containerTrouble(c, false))
      .sort((a, b) => weight(b) - weight(a))
      .find(Boolean)
  );
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
    restarts: asNumber(at(container, 'restartCount')) ?? 0,
    exitCode: asNumber(at(ended, 'exitCode')),
  };
  const waiting = asString(at(state, 'waiting', 'reason'));
  if (
    waiting &&
    waiting !== 'PodInitializing' &&
    waiting !== 'ContainerCreating'
  ) {
    // Out of memory is the reason behind the back-off that shows.
    const killed = asString(at(last, 'reason')) === 'OOMKilled';
    return {
      ...common,
      reason: killed ? 'OOMKilled' : waiting,
      message: asString(at(state, 'waiting', 'message')),
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
      runningSince: asString(at(state, 'running', 'startedAt')),
    };
  }
  return undefined;
}
