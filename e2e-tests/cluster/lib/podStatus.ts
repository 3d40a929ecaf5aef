import type { V1PodStatus } from '@kubernetes/client-node';

/** How a pod of shared daprd is doing. */
export type PodState = 'ready' | 'starting' | 'crashing';

const image = 'docker.io/daprio/daprd:1.15.7';
const initImage = 'docker.io/daprio/dapr-shared:0.0.15';

const condition = (type: string, met: boolean) => ({
  type,
  status: met ? 'True' : 'False',
  lastTransitionTime: new Date(),
});

const initialized = {
  name: 'shared-init-container',
  image: initImage,
  imageID: '',
  ready: true,
  restartCount: 0,
  state: { terminated: { exitCode: 0, reason: 'Completed' } },
};

/** What the kubelet reports of a pod in that state. */
export function podStatus(state: PodState): V1PodStatus {
  const ready = state === 'ready';
  return {
    phase: state === 'starting' ? 'Pending' : 'Running',
    startTime: new Date(),
    conditions: [
      condition('PodScheduled', true),
      condition('Initialized', state !== 'starting'),
      condition('ContainersReady', ready),
      condition('Ready', ready),
    ],
    initContainerStatuses: [
      state === 'starting'
        ? {
            ...initialized,
            ready: false,
            state: { waiting: { reason: 'PodInitializing' } },
          }
        : initialized,
    ],
    containerStatuses: [
      { name: 'daprd', image, imageID: '', ready, ...daprd(state) },
    ],
  };
}

function daprd(state: PodState) {
  switch (state) {
    case 'ready':
      return { restartCount: 0, state: { running: { startedAt: new Date() } } };
    case 'starting':
      return {
        restartCount: 0,
        state: { waiting: { reason: 'PodInitializing' } },
      };
    default:
      return {
        restartCount: 7,
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: 'back-off 5m0s restarting failed container=daprd',
          },
        },
        lastState: { terminated: { exitCode: 1, reason: 'Error' } },
      };
  }
}
