import { inspect } from '.';
import { withValue, type Path } from './testUtils';

/** By hand, and with all that makes it recognisable. */
const workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders-dapr', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'orders-dapr' } },
    template: {
      metadata: { annotations: { 'dapr.io/app-id': 'orders' } },
      spec: {
        initContainers: [
          { name: 'shared-init-container', args: ['init', '--config-map=x'] },
        ],
        containers: [
          { name: 'daprd', image: 'daprd:1.18.3', args: ['--app-id=orders', '--app-channel-address=orders'] },
        ],
      },
    },
  },
}; // prettier-ignore

const template: Path = ['spec', 'template'];
const annotation = (name: string): Path => [...template, 'metadata', 'annotations', name]; // prettier-ignore
const init: Path = [...template, 'spec', 'initContainers'];
const containers: Path = [...template, 'spec', 'containers'];
const args: Path = [...containers, 0, 'args'];

const changed = (...changes: [Path, unknown][]): unknown =>
  changes.reduce(
    (object: unknown, [path, value]) => withValue(object, path, value),
    workload,
  );

const ids = (object: unknown) =>
  inspect([object]).map(({ namespace, appId }) => `${namespace}/${appId}`);

describe('a shared daprd', () => {
  it.each<[string, unknown]>([
    ['the chart', workload],
    ['its former name', changed([[...init, 0, 'name'], 'ambient-init-container'], [args, ['--app-id=orders']])],
    ['an init container in the other form', changed([[...init, 0, 'args'], ['init', '--config-map', 'x']], [args, ['--app-id=orders']])],
    ['a second init container', changed([init, [{ name: 'wait' }, ...workload.spec.template.spec.initContainers]], [args, ['--app-id=orders']])],
    ['no init container, but the address of the app', changed([init, undefined])],
    ['a container beside it', changed([[...containers, 1], { name: 'proxy' }])],
    ['a container beside it, and no init container', changed([init, undefined], [[...containers, 1], { name: 'proxy' }])],
    ['the app in the same pod, by the init container', changed([args, ['--app-channel-address=127.0.0.1']])],
    ['the pod itself as the app, alone in it', changed([init, undefined], [args, ['--app-channel-address=localhost']])],
    ...['false', '', 'yes please', 'only', 'maybe on', false, 0, null].map(
      (enabled): [string, unknown] => [`injection that is not asked for: ${JSON.stringify(enabled)}`, changed([annotation('dapr.io/enabled'), enabled])],
    ),
    ['no apiVersion, as in a list', changed([['apiVersion'], undefined])],
    ['an old apiVersion', changed([['apiVersion'], 'extensions/v1beta1'])],
    ['the app id as an argument alone', changed([annotation('dapr.io/app-id'), undefined])],
    ['an empty annotation', changed([annotation('dapr.io/app-id'), ''])],
    ['the annotation alone', changed([args, ['--app-channel-address=orders']])],
    ['the annotation before the argument', changed([args, ['--app-id=other']])],
  ])('is recognised by %s', (_, object) => {
    expect(ids(object)).toEqual(['shop/orders']);
  }); // prettier-ignore

  it.each<[string, unknown, string]>([
    ['true', changed([annotation('dapr.io/app-id'), true], [args, []]), 'true'],
    ['a number', changed([annotation('dapr.io/app-id'), 1000], [args, []]), '1000'],
    ['a number, written otherwise in the argument', changed([annotation('dapr.io/app-id'), 1000], [args, ['--app-id=1e3']]), '1e3'],
  ])('keeps an app id that YAML made %s of', (_, object, appId) => {
    expect(ids(object)).toEqual([`shop/${appId}`]);
  }); // prettier-ignore

  it.each<[string, unknown]>([
    ['another kind', changed([['kind'], 'StatefulSet'])],
    ["another product's Deployment", changed([['apiVersion'], 'example.com/v1'])],
    ['no container daprd', changed([[...containers, 0, 'name'], 'dapr'])],
    ['no containers', changed([containers, undefined])],
    ...['true', 'True', 'yes', 'y', 'on', '1', true, 1].map(
      (enabled): [string, unknown] => [`an app that asks for injection: ${JSON.stringify(enabled)}`, changed([annotation('dapr.io/enabled'), enabled])],
    ),
    ['an init container of another name', changed([[...init, 0, 'name'], 'init'], [args, ['--app-id=orders']])],
    ['an init container of the name, for something else', changed([[...init, 0, 'args'], ['init']], [args, ['--app-id=orders']])],
    ['neither init container nor address', changed([init, undefined], [args, ['--app-id=orders']])],
    ...['127.0.0.1', '127.10.20.30', 'localhost', 'LOCALHOST', '::1', '[::1]'].map(
      (host): [string, unknown] => [`a sidecar by hand at ${host}`, changed([init, undefined], [args, [`--app-channel-address=${host}`]], [[...containers, 1], { name: 'app' }])],
    ),
    ['no app id at all', changed([annotation('dapr.io/app-id'), undefined], [args, []])],
  ])('is not %s', (_, object) => {
    expect(ids(object)).toEqual([]);
  }); // prettier-ignore

  it.each(['127.0.0.1.example', 'localhost.example', 'x127.0.0.1', 'fe80::1', '128.0.0.1'])(
    'is one at %s, whoever is beside it',
    host => {
      const object = changed([init, undefined], [args, [`--app-channel-address=${host}`]], [[...containers, 1], { name: 'app' }]);
      expect(ids(object)).toEqual(['shop/orders']);
    },
  ); // prettier-ignore

  it('goes where its namespace says, else where it is told', () => {
    const object = changed([['metadata', 'namespace'], undefined]);
    expect(ids(object)).toEqual(['default/orders']);
    expect(inspect([object], { namespace: 'shop' })).toMatchObject([{ namespace: 'shop' }]); // prettier-ignore
    expect(inspect([workload], { namespace: 'x' })).toMatchObject([{ namespace: 'shop' }]); // prettier-ignore
  });
});

describe('what is read of a workload', () => {
  it('is its identity, state and where it came from', () => {
    const object = {
      ...workload,
      metadata: {
        ...workload.metadata,
        uid: 'u-1',
        generation: 3,
        creationTimestamp: '2026-01-01T00:00:00Z',
        deletionTimestamp: '2026-01-02T00:00:00Z',
        labels: { 'helm.sh/chart': 'dapr-shared-chart-1.18.0', 'app.kubernetes.io/instance': 'rel' },
      },
      status: { observedGeneration: 2 },
    };
    const [instance] = inspect([object]);
    expect(instance?.workloads).toEqual([
      {
        kind: 'Deployment',
        name: 'orders-dapr',
        strategy: 'deployment',
        uid: 'u-1',
        createdAt: '2026-01-01T00:00:00Z',
        deletedAt: '2026-01-02T00:00:00Z',
        replicas: { desired: 1, ready: 0, updated: 0, available: 0 },
        observed: false,
        selector: { app: 'orders-dapr' },
        args: ['--app-id=orders', '--app-channel-address=orders'],
        image: 'daprd:1.18.3',
        chart: { name: 'dapr-shared-chart', version: '1.18.0' },
        release: 'rel',
        podAnnotations: { 'dapr.io/app-id': 'orders' },
        object,
      },
    ]);
  }); // prettier-ignore

  it.each<[unknown, unknown, boolean]>([
    [3, 3, true],
    [3, 4, true],
    [3, 2, false],
    [3, undefined, false],
    [undefined, undefined, true],
  ])('of generation %j, observed %j: %s', (generation, seen, observed) => {
    const [instance] = inspect([changed([['metadata', 'generation'], generation], [['status'], { observedGeneration: seen }])]); // prettier-ignore
    expect(instance?.workloads[0].observed).toBe(observed);
  });
});

describe('two workloads of an app id', () => {
  const named = (name: string, created?: string, deleted?: string, kind = 'Deployment') => ({
    ...workload,
    kind,
    metadata: { name, namespace: 'shop', creationTimestamp: created, deletionTimestamp: deleted },
  }); // prettier-ignore
  const early = '2026-01-01T00:00:00Z';
  const late = '2026-02-01T00:00:00Z';

  it.each<[string, unknown, unknown]>([
    ['the newer one', named('a', early), named('b', late)],
    ['the one that stays, though older', named('a', late, late), named('b', early)],
    ['the newer one of two that go', named('a', early, late), named('b', late, late)],
    ['the one that has a time', named('a'), named('b', early)],
    ['the DaemonSet of two of one time', named('a', early), named('b', early, undefined, 'DaemonSet')],
    ['the first by name of two of one time', named('c', early), named('b', early)],
  ])('are one instance, and %s counts', (_, one, other) => {
    for (const objects of [[one, other], [other, one]]) {
      const [instance, ...others] = inspect(objects);
      expect(others).toEqual([]);
      expect(instance?.workloads).toHaveLength(2);
      expect(instance?.workloads[0].name).toBe('b');
      expect(instance?.strategy).toBe(instance?.workloads[0].strategy);
    }
  }); // prettier-ignore

  it('are two instances in two namespaces', () => {
    const elsewhere = changed([['metadata', 'namespace'], 'billing']);
    expect(inspect([workload, elsewhere])).toHaveLength(2);
  });
});
