import {
  crashing,
  event,
  given,
  line,
  log,
  running,
  waiting,
  type PodState,
} from '../live';
import type { Failure } from './types';

const IMAGE = 'docker.io/daprio/daprd:1.18.1';
const backOff = waiting(
  'ImagePullBackOff',
  `Back-off pulling image "${IMAGE}"`,
);

const image = (message: string) => ({
  status: given(backOff),
  '+ events': given(backOff, { events: [event('BackOff', `Back-off pulling image "${IMAGE}"`), event('Failed', `Failed to pull image "${IMAGE}": ${message}`)] }), // prettier-ignore
});

const ended = (
  reason: string,
  exitCode: number,
  message?: string,
): PodState => ({
  daprd: {
    restartCount: 2,
    state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 20s' } },
    lastState: { terminated: { reason, exitCode, message } },
  },
});

const initCrash: PodState = {
  init: {
    restartCount: 3,
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { reason: 'Error', exitCode: 1 } },
  },
  daprd: { state: { waiting: { reason: 'PodInitializing' } } },
};
const initLog = (lines: string) => ({
  status: given(initCrash),
  '+ logs': given(initCrash, { logs: [log(lines, { container: 'shared-init-container', previous: true })] }), // prettier-ignore
});

const creating: PodState = {
  daprd: { state: { waiting: { reason: 'ContainerCreating' } } },
  init: { ready: true, state: { terminated: { exitCode: 0 } } },
};
const created = (reason: string, message: string) => ({
  status: given(creating),
  '+ events': given(creating, { events: [event(reason, message)] }),
});

const RUNS = [
  line('info', 'dapr initialized. Status: Running. Init Elapsed 12ms'),
];
const initRuns: PodState = {
  init: { state: { running: { startedAt: '2026-11-22T14:53:00Z' } } },
  daprd: { state: { waiting: { reason: 'PodInitializing' } } },
};

/** A daprd that ended, and runs for now. */
const again = (
  exitCode: number,
  startedAt = '2026-11-22T15:29:50Z',
): PodState => ({
  daprd: { restartCount: 4, state: { running: { startedAt } }, lastState: { terminated: { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error' } } }, // prettier-ignore
});
const unhealthy = (probe: string, why: string) => ({ events: [event('Unhealthy', `${probe} probe failed: ${why}`)] }); // prettier-ignore
const REFUSED = 'dial tcp 10.0.0.1:3501: connect: connection refused';

const ALL = { status: { numberReady: 3, numberAvailable: 3 } };

export const containers: readonly Failure[] = [
  { name: 'image tag missing', given: image(`rpc error: code = NotFound desc = failed to pull and unpack image "${IMAGE}": failed to resolve reference "${IMAGE}": ${IMAGE}: not found`) },
  { name: 'image private', given: image('failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized') },
  { name: 'image unknown to Docker Hub', given: image('pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed') },
  { name: 'registry limits pulls', given: image('429 Too Many Requests - toomanyrequests: You have reached your pull rate limit.') },
  { name: 'registry name unknown', given: image('failed to do request: Head "https://docker.io/v2/": dial tcp: lookup docker.io on 10.0.0.10:53: no such host') },
  { name: 'registry certificate not trusted', given: image('failed to do request: Head "https://docker.io/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority') },
  { name: 'registry times out', given: image('failed to do request: dial tcp 1.2.3.4:443: i/o timeout') },
  { name: 'image of another processor', given: image('no match for platform in manifest: not found') },
  { name: 'image name invalid', given: { status: given(waiting('InvalidImageName', 'Failed to apply default image tag "docker.io/Daprio/daprd:": couldn\'t parse image name')) } },
  { name: 'image never pulled', given: { status: given(waiting('ErrImageNeverPull', `Container image "${IMAGE}" is not present with pull policy of Never`)) } },
  { name: 'image of the init container missing', given: { status: given({ init: { state: { waiting: { reason: 'ErrImagePull', message: 'manifest unknown' } } }, daprd: { state: { waiting: { reason: 'PodInitializing' } } } }) } },
  { name: 'ConfigMap missing', given: { status: given(waiting('CreateContainerConfigError', 'configmap "orders-shared-cm" not found')) } },
  { name: 'Secret missing', given: { status: given(waiting('CreateContainerConfigError', 'secret "orders-token" not found')) } },
  { name: 'key of a ConfigMap missing', given: { status: given(waiting('CreateContainerConfigError', "couldn't find key ca.crt in ConfigMap shop/dapr-ca")) } },
  { name: 'config error without words', given: { status: given(waiting('CreateContainerConfigError')) } },
  { name: 'runAsNonRoot', given: { status: given(waiting('CreateContainerConfigError', 'container has runAsNonRoot and image will run as root (pod: "orders_shop(1)", container: daprd)')) } },
  { name: 'container cannot be created', given: { status: given(waiting('CreateContainerError', 'failed to reserve container name')) } },
  { name: 'container refused by the runtime', given: { status: given(waiting('RunContainerError')) } },
  { name: 'exec format error at start', given: { status: given(ended('StartError', 128, 'failed to create containerd task: exec /daprd: exec format error')) } },
  { name: 'command missing', given: { status: given(ended('Error', 127)) } },
  { name: 'command not executable', given: { status: given(ended('Error', 126)) } },
  { name: 'out of memory', given: { status: given(ended('OOMKilled', 137)), '+ limit': given(ended('OOMKilled', 137), {}, { container: { resources: { limits: { memory: '64Mi' } } } }) } },
  { name: 'out of memory, starting again', given: { status: given({ daprd: { ...running.daprd, restartCount: 1, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } } } }) } },
  { name: 'out of memory, ready again', given: { status: given({ daprd: { ...running.daprd, ready: true, restartCount: 1, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt: '2026-11-22T15:00:00Z' } } }, status: { conditions: [] } }, {}, ALL) } },
  { name: 'init container out of memory', given: { status: given({ init: { restartCount: 1, state: { terminated: { reason: 'OOMKilled', exitCode: 137 } } } }) } },
  { name: 'another container of the pod exits', given: { status: given({ status: { containerStatuses: [{ name: 'istio-proxy', ready: false, restartCount: 5, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { exitCode: 255, reason: 'Error' } } }] } }) } },
  { name: 'init container may not read', given: initLog('panic: configmaps "dapr-trust-bundle" is forbidden: User "system:serviceaccount:shop:orders" cannot get resource "configmaps" in API group "" in the namespace "dapr-system"') },
  { name: 'init container does not reach the API', given: initLog('starting\nError: Get "https://10.96.0.1:443/api": dial tcp 10.96.0.1:443: i/o timeout') },
  { name: 'init container lacks rights, told otherwise', given: initLog('the server says that this is forbidden') },
  { name: 'init container does not end', given: { status: given(initRuns), 'control plane read, none there': given(initRuns, { controlPlane: null }) } },
  { name: 'running, and not ready', given: { '+ logs': given(running, { logs: [log(RUNS)] }), '+ logs + events': given(running, { logs: [log(RUNS)], events: [event('Unhealthy', 'Readiness probe failed: context deadline exceeded')] }) } },
  { name: 'volume needs a ConfigMap', given: created('FailedMount', 'MountVolume.SetUp failed for volume "ca" : configmap "dapr-ca" not found') },
  { name: 'volume needs a Secret', given: created('FailedMount', 'MountVolume.SetUp failed for volume "token" : secret "orders-token" not found') },
  { name: 'volume cannot be attached', given: created('FailedAttachVolume', 'Multi-Attach error for volume "pvc-1" Volume is already used by pod(s) other') },
  { name: 'no network for the pod', given: created('FailedCreatePodSandBox', 'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox: plugin type="calico" failed (add): no IP addresses available') },
  { name: 'exits with 0', given: { status: given(crashing(0)) } },
  { name: 'exits with 1', given: { status: given(crashing(1, 1)) } },
  { name: 'exits with 2', given: { status: given(crashing(2)), '+ arguments': given(crashing(2), {}, { args: { 'scheduler-job-streams': '3', 'no-such': 'x' } }) } },
  { name: 'exits with 139', given: { status: given(crashing(139)) } },
  { name: 'exits with 255', given: { status: given(crashing(255)) } },
  { name: 'not ready, told by its probes', given: { status: given(running), 'probe refused': given(running, { events: [event('Unhealthy', 'Readiness probe failed: Get "http://10.0.0.1:3501/v1.0/healthz": dial tcp 10.0.0.1:3501: connect: connection refused')] }), 'probe answered 500': given(running, { events: [event('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 500')] }), 'probe timed out': given(running, { events: [event('Unhealthy', 'Readiness probe failed: context deadline exceeded')] }) } },
  { name: 'told to stop again and again', given: { status: given(crashing(143)), 'exit code 0, probe answered 500': given(crashing(0), { events: [event('Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500')] }), 'exit code 1, probe refused': given(crashing(1), { events: [event('Unhealthy', 'Liveness probe failed: dial tcp 10.0.0.1:3501: connect: connection refused')] }) } },
  { name: 'ended with 1, and runs for now', given: { status: given(again(1)), '+ events': given(again(1), unhealthy('Readiness', REFUSED)), 'in between': given(crashing(1)), 'in between, + events': given(crashing(1), unhealthy('Readiness', REFUSED)), '10 minutes later': given(again(1, '2026-11-22T15:19:00Z')), '+ liveness events': given(again(1), unhealthy('Liveness', REFUSED)) } },
  { name: 'told to stop, and runs for now', given: { status: given(again(0)), 'killed': given(again(137)) } },
  { name: 'killed by liveness', given: { status: given(crashing(137)), '+ events': given(crashing(1), { events: [event('Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500')] }) } },
  { name: 'liveness killed it, and it is ready again', given: { status: given({ daprd: { ...running.daprd, ready: true, restartCount: 1, lastState: { terminated: { reason: 'Error', exitCode: 137, finishedAt: '2026-11-22T15:00:00Z' } } }, status: { conditions: [] } }, {}, ALL), '+ events': given({ daprd: { ...running.daprd, ready: true, restartCount: 1, lastState: { terminated: { reason: 'Error', exitCode: 137, finishedAt: '2026-11-22T15:00:00Z' } } }, status: { conditions: [] } }, { events: [event('Unhealthy', 'Liveness probe failed: connection refused')] }, ALL) } },
]; // prettier-ignore
