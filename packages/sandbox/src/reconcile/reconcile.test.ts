import {
  asArray,
  asRecord,
  at,
  health,
  inspect,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import { appObjects, instanceObjects, Simulation } from '../testUtils/simulation'; // prettier-ignore

const WORKLOAD = 'orders-';
const DAPR = '1.18.3';

/** State of container daprd of the instance's first pod. */
function daprd(simulation: Simulation) {
  const pod = simulation
    .pods(WORKLOAD)
    .find(p => p.metadata.labels?.['dapr.io/app-id'] === 'orders');
  const [status] = asArray(at(pod, 'status', 'containerStatuses'));
  const state = at(status, 'state');
  return {
    waiting: at(state, 'waiting', 'reason'),
    running: at(state, 'running') !== undefined,
    ready: at(status, 'ready'),
    restarts: at(status, 'restartCount'),
    exitCode: at(status, 'lastState', 'terminated', 'exitCode'),
    init: asArray(at(pod, 'status', 'initContainerStatuses'))[0],
  };
}

function healthOf(simulation: Simulation) {
  const [instance] = inspect(simulation.store.all());
  if (!instance) throw new Error('There is no instance.');
  return health({
    instance,
    pods: simulation.store.list('Pod'),
    now: simulation.now,
  });
}

function deployed(
  objects: readonly KubeObject[],
  { replicas = 1, dapr = DAPR }: { replicas?: number; dapr?: string } = {},
) {
  return new Simulation({ nodes: 2, dapr })
    .apply('app', appObjects(replicas))
    .run(8)
    .apply('instance', objects);
}

describe('an instance whose values are right', () => {
  it.each(['deployment', 'daemonset'] as const)(
    'goes from progressing to healthy (%s)',
    strategy => {
      const request = { strategy, replicas: strategy === 'deployment' ? 2 : undefined }; // prettier-ignore
      const simulation = deployed(instanceObjects({ request })).run(1);
      expect(healthOf(simulation).status).toBe('progressing');
      simulation.run(1);
      expect(healthOf(simulation).status).toBe('progressing');
      simulation.run(5);
      expect(healthOf(simulation)).toEqual({
        status: 'healthy',
        summary: 'All 2 ready.',
      });
    },
  );

  it('waits for its app without restarts, and becomes ready with it', () => {
    const simulation = deployed(instanceObjects(), { replicas: 0 }).run(300);
    expect(daprd(simulation)).toMatchObject({ running: true, ready: false, restarts: 0 }); // prettier-ignore
    simulation.apply('app', appObjects(1)).run(8);
    expect(daprd(simulation)).toMatchObject({ ready: true, restarts: 0 });
  });

  it('stays ready when its app is lost later, as a real one does', () => {
    const simulation = deployed(instanceObjects()).run(10);
    simulation.apply('app', appObjects(0)).run(60);
    expect(daprd(simulation)).toMatchObject({ ready: true, restarts: 0 });
  });

  it('needs no app where it calls nobody', () => {
    const request = { app: { port: 0, protocol: 'http' as const } };
    const simulation = deployed(instanceObjects({ request }), { replicas: 0 });
    expect(daprd(simulation.run(8))).toMatchObject({ ready: true });
  });

  it('changes no object once it has come to rest', () => {
    const simulation = deployed(instanceObjects()).run(20);
    const { resourceVersion } = simulation.store;
    expect(simulation.run(60).store.resourceVersion).toBe(resourceVersion);
  });
});

const silent = { running: true, ready: false, restarts: 0 };
const crashing = { waiting: 'CrashLoopBackOff', ready: false };

describe('an instance with a mistake', () => {
  it.each([
    ['Sentry at port 80', { 'shared.controlPlane.sentry.port': 80 }, silent],
    [
      'Sentry in another namespace',
      { 'shared.controlPlane.sentry.address': 'dapr-sentry.dapr.svc.cluster.local' }, // prettier-ignore
      silent,
    ],
    [
      'another control plane namespace',
      { 'shared.controlPlane.namespace': 'dapr' },
      silent,
    ],
    [
      'another trust domain',
      { 'shared.controlPlane.trustDomain': 'prod.example' },
      silent,
    ],
    [
      'another audience',
      { 'shared.daprd.serviceAccountIdentityToken.audience': 'spiffe://x/ns/y/dapr-sentry' }, // prettier-ignore
      { ...crashing, exitCode: 1 },
    ],
    [
      'an operator that is not there',
      { 'shared.controlPlane.operator.port': 8080 },
      { ready: false, exitCode: 1 },
    ],
    [
      'a Configuration that is not there',
      { 'shared.daprd.config': 'tracing' },
      { ...crashing, exitCode: 1 },
    ],
    [
      'an image tag that does not exist',
      { 'shared.daprd.image.tag': '1.18.99' },
      { waiting: 'ImagePullBackOff', restarts: 0 },
    ],
    [
      'an unknown registry',
      { 'shared.daprd.image.registry': 'registry.example/dapr' },
      { waiting: 'ImagePullBackOff', restarts: 0 },
    ],
    ['another app host', { 'shared.remoteURL': 'order.shop.svc' }, silent],
    ['another app port', { 'shared.remotePort': 9999 }, silent],
  ])('%s', (_mistake, values, expected) => {
    const simulation = deployed(instanceObjects({ values })).run(120);
    expect(daprd(simulation)).toMatchObject(expected);
    expect(healthOf(simulation).status).toBe('degraded');
  });

  it('takes the audience that older Daprs use', () => {
    const values = { 'shared.daprd.serviceAccountIdentityToken.audience': 'dapr.io/sentry' }; // prettier-ignore
    expect(daprd(deployed(instanceObjects({ values })).run(10)).ready).toBe(true); // prettier-ignore
  });

  it('an argument that its runtime does not know', () => {
    const objects = withArgument(instanceObjects(), '--no-such-flag=1');
    const simulation = deployed(objects).run(60);
    expect(daprd(simulation)).toMatchObject({ ...crashing, exitCode: 2 });
  });

  it('an app id that is not the annotated one', () => {
    const objects = withArgument(instanceObjects(), '--app-id=payments');
    const simulation = deployed(objects).run(60);
    expect(daprd(simulation)).toMatchObject({ ...crashing, exitCode: 1 });
  });

  it('a component whose server is not there', () => {
    const redis = {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'state', namespace: 'shop' },
      scopes: ['orders'],
      spec: {
        type: 'state.redis',
        metadata: [{ name: 'redisHost', value: 'redis.shop.svc:6379' }],
      },
    };
    const simulation = deployed([...instanceObjects(), redis]).run(60);
    expect(daprd(simulation)).toMatchObject({ ...crashing, exitCode: 1 });
    const others = { ...redis, scopes: ['payments'] };
    expect(daprd(deployed([...instanceObjects(), others]).run(10)).ready).toBe(true); // prettier-ignore
  });

  it('less memory than it takes', () => {
    const request = { overlay: { resources: { limits: { memory: '32Mi' } } } };
    const simulation = deployed(instanceObjects({ request })).run(60);
    expect(daprd(simulation)).toMatchObject({ ...crashing, exitCode: 137 });
    expect(healthOf(simulation)).toMatchObject({ reason: 'OOMKilled' });
  });

  it('a token from a Secret that is not there', () => {
    const request = {
      overlay: { tokenSecret: { name: 'none', key: 'token' } },
    };
    const simulation = deployed(instanceObjects({ request })).run(10);
    expect(daprd(simulation).waiting).toBe('CreateContainerConfigError');
  });

  it('no control plane on the cluster', () => {
    const simulation = new Simulation({ nodes: 1 })
      .apply('app', appObjects())
      .apply('instance', instanceObjects())
      .run(60);
    expect(daprd(simulation)).toMatchObject({ ...crashing, exitCode: 1 });
  });

  it('an init container that may not write its ConfigMap', () => {
    const objects = instanceObjects().filter(
      object => object.kind !== 'ClusterRoleBinding',
    );
    const simulation = deployed(objects).run(60);
    const { init, waiting } = daprd(simulation);
    expect(waiting).toBe('PodInitializing');
    expect(init).toMatchObject({
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 2, reason: 'Error' } },
    });
  });

  it('a service account that does not exist', () => {
    const objects = instanceObjects().filter(
      object => object.kind !== 'ServiceAccount',
    );
    const simulation = deployed(objects).run(10);
    expect(healthOf(simulation)).toMatchObject({
      status: 'degraded',
      reason: 'FailedCreate',
    });
  });

  it('a node selector that matches no node', () => {
    const values = { 'shared.scheduling.nodeSelector': { zone: 'moon' } };
    const simulation = deployed(instanceObjects({ values })).run(10);
    expect(healthOf(simulation)).toMatchObject({ reason: 'Unschedulable' });
  });

  it('keeps being restarted where probes give it no grace', () => {
    const values = { 'shared.controlPlane.sentry.port': 80 };
    const objects = withoutStartupProbe(instanceObjects({ values }));
    const simulation = deployed(objects).run(40);
    expect(daprd(simulation)).toMatchObject({ running: true, restarts: 1 });
    simulation.run(30);
    expect(daprd(simulation)).toMatchObject({ ...crashing, restarts: 1 });
  });
});

describe('a change', () => {
  it('keeps what runs until its successor is ready', () => {
    const simulation = deployed(instanceObjects()).run(10);
    const [before] = simulation.pods(WORKLOAD).filter(isDaprd);
    const values = { 'shared.daprd.image.tag': '1.18.99' };
    simulation.apply('instance', instanceObjects({ values })).run(30);
    const names = () => simulation.pods(WORKLOAD).filter(isDaprd).map(p => p.metadata.name); // prettier-ignore
    expect(names()).toContain(before?.metadata.name);
    expect(names()).toHaveLength(2);
    const good = { 'shared.daprd.image.tag': '1.18.2' };
    simulation.apply('instance', instanceObjects({ values: good })).run(10);
    expect(names()).toHaveLength(1);
    expect(names()).not.toContain(before?.metadata.name);
  });

  it('rolls a DaemonSet node by node', () => {
    const request = { strategy: 'daemonset' as const };
    const simulation = deployed(instanceObjects({ request })).run(10);
    const values = { 'shared.daprd.image.tag': '1.18.2' };
    simulation.apply('instance', instanceObjects({ request, values })).run(1);
    expect(healthOf(simulation)).toMatchObject({ status: 'progressing' });
    expect(simulation.pods(WORKLOAD).filter(isDaprd).filter(isReady)).toHaveLength(1); // prettier-ignore
    simulation.run(15);
    expect(healthOf(simulation)).toMatchObject({ status: 'healthy' });
  });

  it('removes the pods of what is removed', () => {
    const simulation = deployed(instanceObjects()).run(10);
    simulation.apply('instance', []).run(1);
    expect(simulation.pods(WORKLOAD).filter(isDaprd)).toEqual([]);
    expect(simulation.store.list('ReplicaSet', 'shop')).toHaveLength(1);
  });
});

function isDaprd(pod: KubeObject): boolean {
  return pod.metadata?.labels?.['dapr.io/app-id'] === 'orders';
}

function isReady(pod: KubeObject): boolean {
  return asArray(at(pod, 'status', 'containerStatuses')).every(
    status => at(status, 'ready') === true,
  );
}

function withArgument(objects: KubeObject[], argument: string): KubeObject[] {
  return mapDaprd(objects, container => ({
    ...container,
    args: [...asArray(container.args), argument],
  }));
}

function withoutStartupProbe(objects: KubeObject[]): KubeObject[] {
  return mapDaprd(objects, ({ startupProbe: _probe, ...rest }) => rest);
}

function mapDaprd(
  objects: KubeObject[],
  change: (container: Record<string, unknown>) => Record<string, unknown>,
): KubeObject[] {
  return objects.map(object => {
    if (object.kind !== 'Deployment') return object;
    const spec = asRecord(object.spec);
    const template = asRecord(spec?.template);
    const pod = asRecord(template?.spec);
    const containers = asArray(pod?.containers).map(container =>
      change(asRecord(container) ?? {}),
    );
    return { ...object, spec: { ...spec, template: { ...template, spec: { ...pod, containers } } } }; // prettier-ignore
  });
}
