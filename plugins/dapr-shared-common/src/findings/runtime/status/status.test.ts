import type { KubeObject } from '../../../objects';
import { asRecord } from '../../../objects';
import type { CheckInput } from '../../input';
import { trouble } from '../../__testUtils__/failures/workloads';
import { event, given, line, livePod, log, running, waiting, type PodState } from '../../__testUtils__/live'; // prettier-ignore
import { runtimeFindings } from '..';

function told(state: PodState | undefined, known: Partial<CheckInput> = {}) {
  const { causes } = runtimeFindings(given(state, known));
  return causes.map(({ cause }) => cause);
}

const creating = (init?: object, since = '2026-11-22T15:00:00Z'): PodState => ({
  daprd: { state: { waiting: { reason: 'PodInitializing' } } },
  ...(init ? { init: { state: init } } : {}),
  status: { conditions: [{ type: 'PodScheduled', status: 'True', lastTransitionTime: since }] }, // prettier-ignore
});
const containers = (...statuses: object[]): PodState => ({
  status: { containerStatuses: statuses },
});
const proxy = (state: object, lastState = {}) => ({ name: 'istio-proxy', ready: false, restartCount: 5, state, lastState }); // prettier-ignore
const IMAGE = 'docker.io/daprio/daprd:1.18.1';
const STUCK = 'Node node-3 has not started the containers for more than 5 minutes.'; // prettier-ignore

describe('the state of a pod tells', () => {
  it.each<[string, PodState, string[]]>([
    ['a container that cannot run', waiting('ContainerCannotRun', 'x'), ['daprd cannot be started: x.']],
    ['a hook before the container', waiting('PreCreateHookError', 'x'), ['daprd cannot be started: x.']],
    ['a hook of the container', waiting('PostStartHookError', 'x'), ['daprd cannot be started: x.']],
    ['a Secret whose name is like that of the init container', waiting('CreateContainerConfigError', 'secret "my-cm" not found'), ['Secret my-cm is missing.']],
    ['a ConfigMap of another kind', waiting('CreateContainerConfigError', 'configmap "my-cm-2" not found'), ['ConfigMap my-cm-2 is missing.']],
    ['an image that cannot be looked at', waiting('ImageInspectError'), [`Image ${IMAGE} cannot be pulled: it does not exist, or the nodes may not have it.`]],
    ['a registry that is away', waiting('RegistryUnavailable'), [`Image ${IMAGE} cannot be pulled: it does not exist, or the nodes may not have it.`]],
    ['another container that exits', containers(proxy({ waiting: { reason: 'CrashLoopBackOff' } })), ['istio-proxy keeps exiting.']],
    ['nothing of another container that is not ready', containers(proxy(running.daprd?.state ?? {}, { terminated: { exitCode: 255 } })), []],
    ['nothing of another container that is not ready after a missing command', containers(proxy({ running: { startedAt: '2026-11-22T15:00:00Z' } }, { terminated: { exitCode: 127 } })), []],
    ['an init container that exits', { init: { state: { waiting: { reason: 'CrashLoopBackOff' } } } }, ['shared-init-container keeps exiting.']],
    ['an init container that hangs', creating({ running: {} }), ['shared-init-container does not end.']],
    ['nothing of an init container that has just begun', creating({ running: {} }, '2026-11-22T15:29:00Z'), []],
    ['nothing of an init container that ended well', creating({ terminated: { exitCode: 0 } }), [STUCK]],
  ])('%s', (_, state, expected) => {
    expect(told(state)).toEqual(expected);
  }); // prettier-ignore

  it('an init container that is a sidecar, and ready, is not waited for', () => {
    expect(told({ ...creating(), init: { state: { running: {} }, ready: true } })).toEqual([STUCK]); // prettier-ignore
  });

  it('nothing of its node where it has none', () => {
    const pod = livePod(0, creating());
    const lost = livePod(0, { status: { conditions: [{ type: 'Ready', status: 'False' }] } }); // prettier-ignore
    const onNoNode = (object: KubeObject) => ({ ...object, spec: { ...asRecord(object.spec), nodeName: undefined } }); // prettier-ignore
    expect(told(undefined, { pods: [onNoNode(pod)] })).toEqual(['The node has not started the containers for more than 5 minutes.']); // prettier-ignore
    expect(told(undefined, { pods: [onNoNode(lost)] })).toEqual(['A pod is on its node, which does not report any more.']); // prettier-ignore
  });
});

describe('an image that is not had', () => {
  it('is told by events about it alone', () => {
    const events = [event('FailedMount', 'configmap "x" not found')];
    const { causes } = runtimeFindings(given(waiting('ImagePullBackOff'), { events })); // prettier-ignore
    expect(causes[0]).toMatchObject({ code: 'DS615', evidence: 'daprd: ImagePullBackOff (1 of 3 pods)' }); // prettier-ignore
  });

  it.each([
    ['net/http: TLS handshake timeout', 'TLS handshake timeout'],
    ['dial tcp 1.2.3.4:443: connect: no route to host', 'no route to host'],
    ['dial tcp 1.2.3.4:443: connect: connection refused', 'connection refused'],
    ['context deadline exceeded', 'deadline exceeded'],
    ['http: server gave HTTP response to HTTPS client', 'server gave HTTP response'], // prettier-ignore
    ['x509: certificate has expired: now', 'x509: certificate has expired'],
  ])('because of its registry: %s', (message, why) => {
    expect(told(waiting('ErrImagePull', message))).toEqual([`The nodes cannot reach the registry of ${IMAGE}: ${why}.`]); // prettier-ignore
  });
});

describe('events of a pod that is being made tell', () => {
  it.each([
    ['NetworkNotReady', 'network is not ready: cni plugin not initialized', 'Node node-3 cannot give the pod a network: network is not ready: cni plugin not initialized.'],
    ['FailedMount', 'Unable to attach or mount volumes: timed out', 'Volume cannot be mounted: Unable to attach or mount volumes: timed out.'],
    ['FailedMapVolume', 'secret "x" not found', 'Volume needs Secret x, which does not exist.'],
    ['FailedMountOnDevice', 'x', STUCK],
    ['NotFailedMount', 'x', STUCK],
    ['NetworkNotReadyAtAll', 'x', STUCK],
    ['WasFailedCreatePodSandBox', 'x', STUCK],
  ])('%s: %s', (reason, message, expected) => {
    expect(told(creating(), { events: [event(reason, message)] })).toEqual([expected]); // prettier-ignore
  }); // prettier-ignore
});

describe('the log of an init container', () => {
  const exits = { init: { restartCount: 1, state: { waiting: { reason: 'CrashLoopBackOff' } } } }; // prettier-ignore
  const container = 'shared-init-container';

  it('tells by the run before too', () => {
    const logs = [log([line('info', 'starting')], { container }), log('panic: x', { container, previous: true })]; // prettier-ignore
    expect(told(exits, { logs })).toEqual(['shared-init-container fails: panic: x.']); // prettier-ignore
  });

  it.each([
    ['User "system:serviceaccount:shop:orders" cannot get resource "configmaps" is forbidden', 'shared-init-container may not get configmaps.', 'Give ServiceAccount orders the right to get configmaps: the chart\'s Roles do (shared.serviceAccount.create: true). The hardened identity (overlay.identity) needs no right.'],
  ])('%s', (message, cause, fix) => {
    const { causes } = runtimeFindings(given(exits, { logs: [log(message, { container })] })); // prettier-ignore
    expect(causes[0]).toMatchObject({ code: 'DS622', cause, fix });
  }); // prettier-ignore
});

describe('a pod that no node takes', () => {
  const message = '0/3 nodes are available: 3 Insufficient memory.';

  it('is one on every node only of a DaemonSet', () => {
    const { pods = [], ...input } = trouble('unschedulable');
    const short = pods.map(pod => ({
      ...pod,
      status: { ...asRecord(pod.status), conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }] }, // prettier-ignore
    }));
    const { causes } = runtimeFindings({ ...input, pods: short });
    expect(input.instance.workloads[0].kind).toBe('Deployment');
    expect(causes[0]?.fix).toBe('Free resources on the nodes or add nodes, or lower the requests of daprd (overlay.resources).'); // prettier-ignore
  });

  it('is told by the scheduler’s events, not by others', () => {
    const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }]; // prettier-ignore
    const events = [event('NotTriggerScaleUp', 'x'), event('FailedScheduling', message)]; // prettier-ignore
    expect(told({ status: { conditions } }, { events })).toEqual(['No node takes the pod: 0/3 nodes are available: 3 Insufficient memory.']); // prettier-ignore
  });
});
