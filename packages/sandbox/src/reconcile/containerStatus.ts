import { asNumber, asString, at } from 'backstage-plugin-dapr-shared-common';
import { timestamp } from '../kube';
import { goDuration, standing, type Standing } from './timeline';
import type { Verdict } from './verdict';

export interface ContainerInput {
  name: string;
  image: string;
  verdict: Verdict;
  /** When the kubelet came to it, in milliseconds since the epoch. */
  startMs: number;
  /** From then until its probe succeeds, for a container that becomes ready. */
  readyAfterMs: number;
  /** How long probes let a container run that does not become ready. */
  probeBudgetMs: number;
  now: Date;
  /** Its status a moment ago. */
  previous: unknown;
}

/** A container's status, in the shape the kubelet gives it. */
export function containerStatus(input: ContainerInput): ContainerStatus {
  const { verdict, now, startMs, previous } = input;
  const elapsed = now.getTime() - startMs;
  const restartsBefore = asNumber(at(previous, 'restartCount')) ?? 0;
  if (elapsed < 0) return waitingFor(input, 'ContainerCreating');
  switch (verdict.kind) {
    case 'unpullable':
      // The kubelet's own wording, first try and later ones.
      return elapsed < 1000
        ? waitingFor(input, 'ErrImagePull', `failed to pull and unpack image "${input.image}": not found`) // prettier-ignore
        : waitingFor(input, 'ImagePullBackOff', `Back-off pulling image "${input.image}"`); // prettier-ignore
    case 'config-error':
      return waitingFor(input, 'CreateContainerConfigError', verdict.why);
    case 'exits':
      return repeating(input, standing(elapsed, verdict.afterMs), verdict.exitCode); // prettier-ignore
    case 'out-of-memory':
      return repeating(input, standing(elapsed, verdict.afterMs), 137, 'OOMKilled'); // prettier-ignore
    case 'waiting':
      // daprd ends with code 1 when it is told to stop before it has its identity.
      return repeating(input, standing(elapsed, input.probeBudgetMs), 1);
    default:
      return {
        ...common(input),
        state: { running: { startedAt: runningSince(input, restartsBefore) } },
        lastState: at(previous, 'lastState') ?? {},
        ready: elapsed >= input.readyAfterMs,
        restartCount: restartsBefore,
        started: elapsed >= input.readyAfterMs,
      };
  }
}

export interface ContainerStatus {
  name: string;
  image: string;
  imageID: string;
  state: Record<string, unknown>;
  lastState: unknown;
  ready: boolean;
  restartCount: number;
  started: boolean;
}

/** A status that waits, with a reason of the kubelet's. */
export function waitingFor(
  input: Pick<ContainerInput, 'name' | 'image'>,
  reason: string,
  message?: string,
): ContainerStatus {
  return {
    ...common(input),
    state: { waiting: { reason, ...(message ? { message } : {}) } },
    lastState: {},
    ready: false,
    restartCount: 0,
    started: false,
  };
}

function repeating(
  input: ContainerInput,
  stands: Standing,
  exitCode: number,
  reason = 'Error',
): ContainerStatus {
  const time = (ms: number) => timestamp(input.startMs + ms);
  const { lastRun } = stands;
  return {
    ...common(input),
    state: stands.running
      ? { running: { startedAt: time(stands.sinceMs) } }
      : {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off ${goDuration(
              stands.backOffMs,
            )} restarting failed container=${input.name}`,
          },
        },
    lastState: lastRun
      ? {
          terminated: {
            exitCode,
            reason,
            startedAt: time(lastRun.startMs),
            finishedAt: time(lastRun.endMs),
          },
        }
      : {},
    ready: false,
    restartCount: stands.restarts,
    started: stands.running,
  };
}

function runningSince(input: ContainerInput, restarts: number): string {
  return (
    asString(at(input.previous, 'state', 'running', 'startedAt')) ??
    timestamp(restarts > 0 ? input.now : input.startMs)
  );
}

function common({ name, image }: { name: string; image: string }) {
  return { name, image, imageID: '' };
}
