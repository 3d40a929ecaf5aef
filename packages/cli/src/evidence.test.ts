import {
  inspect,
  type Instance,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import { evidenceOf } from './evidence';
import type { Facts } from './facts';

const instanceFrom = (metadata: Record<string, string>) => {
  const [instance] = inspect([
    {
      kind: 'DaemonSet',
      metadata: { name: 'orders', namespace: 'shop', ...metadata },
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'daprd',
                args: ['--app-id=orders', '--app-channel-address=orders'],
              },
            ],
          },
        },
      },
    },
  ]);
  if (!instance) throw new Error('no instance');
  return instance;
};
const instance = instanceFrom({ uid: '1' });

const object = (
  kind: string,
  name: string,
  more: Record<string, unknown> = {},
): KubeObject => ({
  kind,
  metadata: { name, namespace: 'shop', uid: name },
  ...more,
});
const rendered = (kind: string, name: string): KubeObject => ({
  kind,
  metadata: { name, namespace: 'shop' },
});
const evidence = (of: Instance, objects: KubeObject[], facts: Facts) =>
  evidenceOf(objects, facts)(of);
const of = (...objects: KubeObject[]) => evidence(instance, objects, {});

describe('what is known beside an instance', () => {
  it('is nothing where only files tell', () => {
    const objects = ['Pod', 'Event', 'Service'].map(kind =>
      rendered(kind, 'a'),
    );
    expect(of(...objects)).toEqual({ objects });
  });

  it('is what a dump of the cluster holds', () => {
    const pod = object('Pod', 'orders-1');
    const event = object('Event', 'orders-1.1');
    const service = object('Service', 'orders');
    expect(of(pod, event, service)).toMatchObject({
      pods: [pod],
      events: [event],
      services: [service],
    });
  });

  it('is not taken from a dump that has only what the chart made', () => {
    expect(of(object('Service', 'orders-dapr')).services).toBeUndefined();
  });

  it('is the Service that is written beside an instance', () => {
    const service = rendered('Service', 'orders-dapr');
    expect(evidence(instanceFrom({}), [service], {})).toMatchObject({
      services: [service],
      pods: undefined,
    });
  });

  it('is not taken from a dump of another namespace', () => {
    const pod = object('Pod', 'a');
    const elsewhere = { ...pod, metadata: { ...pod.metadata, namespace: 'x' } };
    expect(of(elsewhere).pods).toBeUndefined();
  });

  it('is the control plane and its mTLS, where they are in the dump', () => {
    const operator = {
      kind: 'Deployment',
      metadata: {
        name: 'dapr-operator',
        namespace: 'dapr',
        uid: '1',
        labels: { 'app.kubernetes.io/version': '1.18.3' },
      },
    };
    const configuration = object('Configuration', 'daprsystem', {
      spec: { mtls: { enabled: true } },
    });
    expect(of(operator, configuration).controlPlane).toEqual({
      namespace: 'dapr',
      version: '1.18.3',
      mtls: true,
    });
  });

  it('is not what lies in namespaces that are neither its own nor the app’s', () => {
    const withChannel = (host: string) => ({
      ...instance,
      appChannel: { host, port: 80, protocol: 'http' },
    });
    const service = object('Service', 'orders');
    const inStore = { ...service, metadata: { ...service.metadata, namespace: 'store' } }; // prettier-ignore
    const [near, far] = ['orders.store.svc', 'orders.shop.svc'].map(
      host => evidence(withChannel(host), [inStore], {}).objects,
    );
    expect([near, far]).toEqual([[inStore], []]);
  });

  it('is the number of nodes, ready ones apart', () => {
    const node = (name: string, status: string) =>
      object('Node', name, { status: { conditions: [{ type: 'Ready', status }] } }); // prettier-ignore
    expect(of(node('a', 'True'), node('b', 'False')).nodes).toEqual({
      ready: 1,
      total: 2,
    });
  });

  it('is what the caller says, above what a dump says', () => {
    const controlPlane = { namespace: 'dapr-system', version: '1.17.0' };
    const nodes = { ready: 9, total: 9 };
    expect(evidence(instance, [], { controlPlane, nodes })).toMatchObject({
      controlPlane,
      nodes,
    });
  });
});
