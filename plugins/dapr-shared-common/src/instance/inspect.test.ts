import { render } from '../chart';
import { inspect } from '.';
import daemonsets from './__fixtures__/live/daemonsets.json';
import deployments from './__fixtures__/live/deployments.json';

const orders = (values: Record<string, unknown> = {}) =>
  render({
    chartVersion: '1.16.0',
    releaseName: 'orders',
    namespace: 'shop',
    values: {
      ...values,
      shared: {
        appId: 'orders',
        remoteURL: 'orders.shop.svc.cluster.local',
        remotePort: 8080,
        ...Object(values.shared),
      },
    },
  });

describe('inspect', () => {
  it('reads what was rendered back', () => {
    const [instance, ...others] = inspect(orders(), { namespace: 'shop' });
    expect(others).toEqual([]);
    expect(instance).toMatchObject({
      namespace: 'shop',
      appId: 'orders',
      strategy: 'daemonset',
      appChannel: {
        host: 'orders.shop.svc.cluster.local',
        port: 8080,
        protocol: 'http',
      },
      daprdVersion: '1.15.7',
      chart: { name: 'dapr-shared-chart', version: '1.16.0' },
      release: 'orders',
    });
  });

  it('reads a deployment and its replicas', () => {
    const shared = { strategy: 'deployment', deployment: { replicas: 3 } };
    expect(inspect(orders({ shared }))).toMatchObject([
      {
        strategy: 'deployment',
        workloads: [{ kind: 'Deployment', replicas: { desired: 3, ready: 0 } }],
      },
    ]);
  });

  it('finds a renamed chart', () => {
    expect(inspect(orders({ nameOverride: 'renamed' }))).toHaveLength(1);
  });

  it('reads the backlinks', () => {
    const podAnnotations = {
      'dapr-shared.backstage.io/source': 'http://git.example/p/g#main:a/b',
      'dapr-shared.backstage.io/entity': 'component:default/orders',
    };
    expect(inspect(orders({ podAnnotations }))).toMatchObject([
      {
        source: 'http://git.example/p/g#main:a/b',
        entityRef: 'component:default/orders',
      },
    ]);
  });

  it('keeps a switch of strategy half way as one instance with two workloads', () => {
    const both = [
      ...orders(),
      ...orders({ shared: { strategy: 'deployment' } }),
    ];
    expect(inspect(both)).toMatchObject([
      { appId: 'orders', workloads: [{}, {}] },
    ]);
  });

  it('finds the instances among the lists of a real API server', () => {
    const found = inspect([daemonsets, deployments]).map(
      ({ namespace, appId, strategy }) => `${namespace}/${appId} ${strategy}`,
    );
    expect(found.sort()).toEqual([
      'billing/payments deployment',
      'catalog/inventory deployment',
      'legacy/catalog deployment',
      'shop/orders daemonset',
    ]);
  });

  it.each([
    ['an injected app', { annotations: { 'dapr.io/enabled': 'true' } }, ['--app-channel-address=127.0.0.1']], // prettier-ignore
    ["another product's daprd", {}, ['--serve']],
  ])('is not fooled by %s', (_, metadata, args) => {
    const object = {
      kind: 'Deployment',
      metadata: { name: 'x', namespace: 'shop' },
      spec: {
        template: {
          metadata: { ...metadata, labels: {} },
          spec: { containers: [{ name: 'daprd', args: [...args, '--app-id=x'] }] }, // prettier-ignore
        },
      },
    };
    expect(inspect([object])).toEqual([]);
  });

  it('takes flags in both forms, and a hand-written manifest', () => {
    const object = {
      kind: 'DaemonSet',
      metadata: { name: 'own', namespace: 'shop' },
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'daprd',
                command: ['/daprd', '--app-id', 'own'],
                args: ['--app-channel-address', 'own.shop', '--app-port', '90'],
              },
            ],
          },
        },
      },
    };
    expect(inspect([object])).toMatchObject([
      { appId: 'own', appChannel: { host: 'own.shop', port: 90 } },
    ]);
  });

  it.each([null, 7, 'x', [], { kind: 'DaemonSet' }, { items: [null] }])(
    'passes over %p',
    object => {
      expect(inspect([object])).toEqual([]);
    },
  );
});
