import {
  asArray,
  asNumber,
  asString,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest, timestamp } from '../kube';
import {
  type ContainerStatus,
  containerStatus,
  waitingFor,
} from './containerStatus';
import { judgeDaprd } from './daprd';
import { readDaprdPod } from './daprdPod';
import { isPullable } from './images';
import { judgeInitContainer } from './initContainer';
import { podConditions } from './podConditions';
import { isPodReady } from './pods';
import type { Verdict } from './verdict';
import type { World } from './world';

/** How long an init container runs, in milliseconds. */
const INIT_MS = 1_000;
/** From pulling to a running container. */
const CREATE_MS = 1_000;
/** From a running container to one whose readiness probe succeeds: long enough to be seen. */
const READY_MS = 3_000;

/** A pod with its status as the kubelet would report it now. */
export function withStatus(pod: ApiObject, world: World): ApiObject {
  if (!at(pod, 'spec', 'nodeName')) return pod;
  // A ready daprd stays ready: it does not notice that its app is lost later.
  if (isPodReady(pod)) return pod;
  const { now } = world;
  const created = Date.parse(pod.metadata.creationTimestamp ?? '');
  const daprd = readDaprdPod(pod);
  const judge = (container: unknown): Verdict => {
    if (daprd && at(container, 'name') === 'daprd') {
      return judgeDaprd(daprd, world);
    }
    const image = asString(at(container, 'image')) ?? '';
    return isPullable(image) ? { kind: 'ready' } : { kind: 'unpullable' };
  };

  const inits = asArray(at(pod, 'spec', 'initContainers')).map(container => {
    const permitted = judgeInitContainer(daprd, world);
    const verdict = permitted.kind === 'ready' ? judge(container) : permitted;
    return initStatus(container, verdict, created + CREATE_MS, pod, now);
  });
  const initialized = inits.every(status => status.ready);
  const startMs = created + CREATE_MS + (inits.length > 0 ? INIT_MS : 0);
  const containers = asArray(at(pod, 'spec', 'containers')).map(container => {
    const base = baseOf(container);
    if (!initialized) return waitingFor(base, 'PodInitializing');
    return containerStatus({
      ...base,
      verdict: judge(container),
      startMs,
      readyAfterMs: READY_MS,
      probeBudgetMs: probeBudgetMs(container),
      now,
      previous: previousOf(pod, 'containerStatuses', base.name),
    });
  });
  return { ...pod, status: podStatus(pod, inits, containers, now) };
}

function podStatus(
  pod: ApiObject,
  inits: ContainerStatus[],
  containers: ContainerStatus[],
  now: Date,
) {
  const started = containers.some(
    container => 'running' in container.state || container.restartCount > 0,
  );
  const hash = parseInt(digest(pod.metadata.uid ?? pod.metadata.name, 4), 16);
  const podIP = `10.244.${hash % 250}.${(hash >> 8) % 250}`;
  return {
    phase: started ? 'Running' : 'Pending',
    conditions: podConditions(pod, inits, containers, now),
    hostIP: '127.0.0.1',
    podIP,
    podIPs: [{ ip: podIP }],
    startTime: pod.metadata.creationTimestamp,
    ...(inits.length > 0 ? { initContainerStatuses: inits } : {}),
    containerStatuses: containers,
    qosClass: 'BestEffort',
  };
}

function initStatus(
  container: unknown,
  verdict: Verdict,
  startMs: number,
  pod: ApiObject,
  now: Date,
): ContainerStatus {
  const base = baseOf(container);
  const status = containerStatus({
    ...base,
    verdict,
    startMs,
    readyAfterMs: INIT_MS,
    probeBudgetMs: Infinity,
    now,
    previous: previousOf(pod, 'initContainerStatuses', base.name),
  });
  if (!status.ready) return { ...status, started: false };
  return {
    ...status,
    state: {
      terminated: {
        exitCode: 0,
        reason: 'Completed',
        startedAt: timestamp(startMs),
        finishedAt: timestamp(startMs + INIT_MS),
      },
    },
    started: false,
  };
}

/** How long probes let a container be that does not become ready. */
function probeBudgetMs(container: unknown): number {
  const budget = (probe: unknown) =>
    (asNumber(at(probe, 'failureThreshold')) ?? 3) *
    (asNumber(at(probe, 'periodSeconds')) ?? 10) *
    1000;
  const startup = at(container, 'startupProbe');
  const liveness = at(container, 'livenessProbe');
  if (startup) return budget(startup);
  return liveness ? budget(liveness) : Infinity;
}

function baseOf(container: unknown) {
  return {
    name: asString(at(container, 'name')) ?? '',
    image: asString(at(container, 'image')) ?? '',
  };
}

function previousOf(pod: ApiObject, field: string, name: string): unknown {
  return asArray(at(pod, 'status', field)).find(
    status => at(status, 'name') === name,
  );
}
