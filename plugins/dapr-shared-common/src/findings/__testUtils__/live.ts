import { inspect } from '../../instance';
import liveDaemonsets from '../../instance/__fixtures__/live/daemonsets.json';
import livePods from '../../instance/__fixtures__/live/pods.json';
import { asArray, asRecord, type KubeObject } from '../../objects';
import type { CheckInput, ContainerLog } from '../input';

/** Long after everything in the fixtures began. */
export const now = new Date('2026-11-22T15:30:00Z');

export interface Setup {
  /** Arguments of daprd that differ; undefined takes one away. */
  args?: Readonly<Record<string, string | undefined>>;
  /** Variables of daprd that differ; undefined takes one away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Fields of the container daprd. */
  container?: Readonly<Record<string, unknown>>;
  /** Fields of the pods' spec. */
  pod?: Readonly<Record<string, unknown>>;
  /** Of the pod template; undefined takes one away. */
  annotations?: Readonly<Record<string, string | undefined>>;
  /** Fields of the workload's spec. */
  spec?: Readonly<Record<string, unknown>>;
  /** Fields of the workload's status. */
  status?: Readonly<Record<string, unknown>>;
}

/** What a live DaemonSet of app id orders in namespace shop would be with these settings. */
export function liveInstance(setup: Setup = {}) {
  const [object] = liveDaemonsets.items;
  if (!object) throw new Error('there is no DaemonSet');
  const [instance] = inspect([{ ...changed({ ...object }, setup), kind: 'DaemonSet' }]); // prettier-ignore
  if (!instance) throw new Error('there is no instance');
  return instance;
}

function changed(object: KubeObject, setup: Setup): KubeObject {
  const spec = asRecord(object.spec);
  const template = asRecord(spec?.template);
  const metadata = asRecord(template?.metadata);
  const pod = asRecord(template?.spec);
  const containers = asArray(pod?.containers).map(c => {
    const daprd = asRecord(c) ?? {};
    return {
      ...daprd,
      image: 'docker.io/daprio/daprd:1.18.1',
      args: withArgs(asArray(daprd.args).map(String), setup.args ?? {}),
      env: withEnv(asArray(daprd.env), setup.env ?? {}),
      ...setup.container,
    };
  });
  return {
    ...object,
    spec: {
      ...spec,
      ...setup.spec,
      template: {
        ...template,
        metadata: {
          ...metadata,
          annotations: { ...asRecord(metadata?.annotations), ...setup.annotations }, // prettier-ignore
        },
        spec: { ...pod, containers, ...setup.pod },
      },
    },
    status: { ...asRecord(object.status), ...setup.status },
  };
}

/** Right addresses, unless they are what is wrong. */
const RIGHT = {
  'sentry-address': 'dapr-sentry.dapr-system.svc.cluster.local:443',
  'control-plane-address': 'dapr-api.dapr-system.svc.cluster.local:443',
};

function withArgs(args: string[], changes: NonNullable<Setup['args']>) {
  const wanted = { ...RIGHT, ...changes };
  return [
    ...args.filter(arg => !Object.hasOwn(wanted, arg.slice(2).split('=')[0] ?? '')), // prettier-ignore
    ...Object.entries(wanted).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}=${value}`],
    ),
  ];
}

function withEnv(env: unknown[], changes: NonNullable<Setup['env']>) {
  return [
    ...env.filter(e => !Object.hasOwn(changes, String(asRecord(e)?.name))),
    ...Object.entries(changes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value }],
    ),
  ];
}

/** What a pod of the instance may be like. */
export interface PodState {
  /** Of the container daprd. */
  daprd?: Readonly<Record<string, unknown>>;
  /** Of the init container. */
  init?: Readonly<Record<string, unknown>>;
  /** Fields of the pod's status. */
  status?: Readonly<Record<string, unknown>>;
}

/** The instance's pods; those without a state are ready. */
export function livePod(index: number, state?: PodState): KubeObject {
  const pods = livePods.items.filter(
    ({ metadata }) => metadata.namespace === 'shop',
  );
  const pod = pods[index];
  if (!pod) throw new Error(`there is no pod ${index}`);
  if (!state) return { ...pod };
  const status = asRecord(pod.status);
  return {
    ...pod,
    status: {
      ...status,
      ...(state.daprd
        ? { containerStatuses: [{ name: 'daprd', ready: false, restartCount: 0, lastState: {}, ...state.daprd }] } // prettier-ignore
        : {}),
      ...(state.init
        ? { initContainerStatuses: [{ name: 'shared-init-container', ready: false, restartCount: 0, lastState: {}, ...state.init }] } // prettier-ignore
        : {}),
      ...state.status,
    },
  };
}

/** States that pods get into. */
export const running: PodState = {
  daprd: { state: { running: { startedAt: '2026-11-22T15:00:00Z' } } },
};
export const justStarted: PodState = {
  daprd: { state: { running: { startedAt: '2026-11-22T15:29:50Z' } } },
};
export function crashing(exitCode: number, restartCount = 4): PodState {
  return {
    daprd: {
      restartCount,
      state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 1m20s restarting failed container=daprd' } }, // prettier-ignore
      lastState: { terminated: { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', finishedAt: '2026-11-22T15:28:00Z' } }, // prettier-ignore
    },
  };
}
export function waiting(reason: string, message?: string): PodState {
  return { daprd: { state: { waiting: { reason, message } } } };
}

export const podNames = [0, 1, 2].map(index =>
  String(livePod(index).metadata?.name),
);

export function log(
  lines: string | readonly string[],
  options: Partial<ContainerLog> = {},
): ContainerLog {
  return {
    pod: podNames[0] ?? '',
    container: 'daprd',
    previous: false,
    lines: typeof lines === 'string' ? lines.split('\n') : lines,
    ...options,
  };
}

/** A line as daprd writes it. */
export function line(level: string, msg: string, scope = 'dapr.runtime') {
  return JSON.stringify({ app_id: 'orders', instance: 'pod', level, msg, scope, time: '2026-11-22T15:00:00Z', type: 'log', ver: '1.18.1' }); // prettier-ignore
}

/** A daprd that ended with an error. */
export function fatal(msg: string): string[] {
  return [
    line('info', 'Fetching initial identity', 'dapr.runtime.security'),
    line('fatal', `Fatal error from runtime: ${msg}`),
  ];
}

/** A warning about the first pod, or another object. */
export function event(
  reason: string,
  message: string,
  about: { kind: string; name?: string } = { kind: 'Pod' },
): KubeObject {
  return {
    kind: 'Event',
    metadata: { namespace: 'shop', name: `${reason}.1` },
    involvedObject: { namespace: 'shop', name: podNames[0], ...about },
    type: 'Warning',
    reason,
    message,
    lastTimestamp: '2026-11-22T15:29:00Z',
  };
}

/** What is known of the instance whose first pod is in a state. */
export function given(
  state: PodState | undefined,
  known: Partial<CheckInput> = {},
  setup: Setup = {},
): CheckInput {
  return {
    instance: liveInstance({
      ...setup,
      status: { ...(state ? { numberReady: 2, numberAvailable: 2 } : {}), ...setup.status }, // prettier-ignore
    }),
    now,
    pods: [livePod(0, state), livePod(1), livePod(2)],
    ...known,
  };
}
