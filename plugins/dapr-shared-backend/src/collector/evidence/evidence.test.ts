import { inspect, type Instance } from 'backstage-plugin-dapr-shared-common';
import type { ReadResult } from 'backstage-plugin-dapr-shared-node';
import { daprd, pod, readyPod } from '../../testUtils/objects';
import { indexPods } from '../podIndex';
import { evidenceOf, readEvidence } from './evidence';
import { Refusals } from './refusals';

const now = new Date('2030-01-01T00:00:00Z');
const running = { running: { startedAt: '2029-12-31T00:00:00Z' } };
const list = (...items: unknown[]): ReadResult => ({ ok: true, body: { items } }); // prettier-ignore
const forbidden: ReadResult = { ok: false, failure: { state: 'forbidden', message: 'No.' } }; // prettier-ignore
const named = (namespace: string, name: string) => ({ metadata: { namespace, name } }); // prettier-ignore

const ordersInShop = { namespace: 'shop', appId: 'orders', host: 'orders.shop.svc' }; // prettier-ignore
const ill = pod({ ...ordersInShop, name: 'p', daprd: { state: running, restartCount: 1 } }); // prettier-ignore
const well = readyPod({ ...ordersInShop, name: 'p' });

/** Reads the evidence of these instances, and what was asked for it. */
async function read(
  options: {
    objects?: ReturnType<typeof daprd>[];
    pods?: ReturnType<typeof pod>[];
    answer?: (path: string) => ReadResult;
    logs?: boolean;
    refusals?: Refusals;
  } = {},
) {
  const { objects = [daprd(ordersInShop)], pods = [ill], answer = () => list(), logs = true, refusals = new Refusals(() => now) } = options; // prettier-ignore
  const asked: string[] = [];
  const instances = inspect(objects);
  const evidence = await readEvidence(
    async path => {
      asked.push(decodeURIComponent(path).replaceAll('+', ' '));
      return path.includes('/log?') && answer(path).ok
        ? { ok: true, body: 'first\n\nlast\n' }
        : answer(path);
    },
    { instances, podsOf: indexPods(pods) },
    { now, logs, refusals },
  );
  const of = (instance: Instance | undefined) =>
    instance && evidenceOf(instance, evidence);
  return { asked, instances, evidence, of };
}

describe('readEvidence', () => {
  it('reads few lists and no log where all is healthy', async () => {
    const { asked } = await read({
      objects: [daprd({ ...ordersInShop, ready: 1 })],
      pods: [well],
    });
    expect(asked).toEqual([
      '/api/v1/namespaces/shop/services?limit=500',
      '/apis/discovery.k8s.io/v1/endpointslices?labelSelector=kubernetes.io/service-name in (orders)&limit=500', // prettier-ignore
    ]);
  });

  it('reads events and logs where an instance is not healthy', async () => {
    const { asked, of, instances } = await read();
    expect(asked).toEqual(
      expect.arrayContaining([
        '/api/v1/namespaces/shop/events?fieldSelector=type=Warning&limit=500',
        '/api/v1/namespaces/shop/pods/p/log?container=daprd&previous=true&tailLines=100&limitBytes=131072', // prettier-ignore
        '/api/v1/namespaces/shop/pods/p/log?container=daprd&tailLines=100&limitBytes=131072', // prettier-ignore
      ]),
    );
    expect(of(instances[0])).toEqual({
      services: [],
      endpointSlices: [],
      events: [],
      logs: [
        { pod: 'p', container: 'daprd', previous: true, lines: ['first', 'last'] }, // prettier-ignore
        { pod: 'p', container: 'daprd', previous: false, lines: ['first', 'last'] }, // prettier-ignore
      ],
    });
  });

  it('reads no log unless that is wanted', async () => {
    const { asked, of, instances } = await read({ logs: false });
    expect(asked.filter(path => path.includes('/log'))).toEqual([]);
    expect(of(instances[0])?.logs).toBeUndefined();
  });

  it('gives each instance what is of its namespaces', async () => {
    const other = { namespace: 'sales', appId: 'orders', host: 'orders.shop' };
    const { of, instances } = await read({
      objects: [daprd(ordersInShop), daprd(other)],
      answer: path =>
        path.includes('/services') || path.includes('endpointslices')
          ? list(
              ...['shop', 'sales', 'x']
                .filter(
                  ns =>
                    !path.includes('/namespaces/') || path.includes(`/${ns}/`),
                ) // prettier-ignore
                .map(ns => named(ns, 'orders')),
            )
          : list(),
    });
    const [inShop, inSales] = ['shop', 'sales'].map(ns =>
      of(instances.find(({ namespace }) => namespace === ns)),
    );
    const namespaces = (items: readonly { metadata?: { namespace?: string } }[] = []) => items.map(i => i.metadata?.namespace); // prettier-ignore
    expect(namespaces(inShop?.services)).toEqual(['shop']);
    expect(namespaces(inSales?.services)).toEqual(['sales', 'shop']);
    expect(namespaces(inSales?.endpointSlices)).toEqual(['shop']);
    expect(inSales?.logs).toBeUndefined();
  });

  it('lists the whole cluster once where many namespaces are concerned', async () => {
    const objects = Array.from({ length: 60 }, (_, i) =>
      daprd({ namespace: `n${i}`, appId: 'x', host: `app${i}` }),
    );
    const { asked } = await read({ objects, pods: [] });
    expect(asked.map(path => path.split('?')[0])).toEqual([
      '/api/v1/services',
      '/apis/discovery.k8s.io/v1/endpointslices',
      '/api/v1/events',
      '/apis/discovery.k8s.io/v1/endpointslices',
    ]);
  });

  it('knows nothing of what it may not read, and does not ask for it again', async () => {
    const refusals = new Refusals(() => now);
    const answer = () => forbidden;
    const { of, instances } = await read({ answer, refusals });
    expect(of(instances[0])).toEqual({});
    const { asked } = await read({ answer, refusals });
    expect(asked).toEqual([]);
  });

  it('claims to know no Service where those of the app may not be read', async () => {
    const { of, instances } = await read({
      objects: [daprd({ ...ordersInShop, host: 'orders.sales' })],
      answer: path =>
        path.includes('/sales/') ? forbidden : list(named('shop', 'orders')),
    });
    expect(of(instances[0])?.services).toBeUndefined();
  });
});
