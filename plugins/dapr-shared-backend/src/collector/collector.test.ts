import {
  mockServices,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { Store } from '../store';
import {
  type Answer,
  FakeClusters,
  hanging,
  healthy,
  overloaded,
  until,
} from '../testUtils/fakeCluster';
import { Collector } from './collector';

// Databases start within the tests, on few cores.
jest.setTimeout(60_000);

const INTERVAL = 10_000;
const databaseId: TestDatabaseId = 'SQLITE_3';
const databases = TestDatabases.create({ ids: [databaseId] });
const running: { collector: Collector; ended: Promise<void> }[] = [];

afterEach(async () => {
  for (const { collector, ended } of running.splice(0)) {
    collector.stop();
    await ended;
  }
});

async function start(clusters: Record<string, Answer>) {
  const knex = await databases.init(databaseId);
  const store = await Store.create({ getClient: async () => knex });
  const reader = new FakeClusters(clusters);
  const logger = mockServices.logger.mock();
  const { surroundings } = reader;
  const collector = new Collector({ reader, store, logger, intervalMs: INTERVAL, surroundings }); // prettier-ignore
  const run = () => {
    const ended = collector.run();
    running.push({ collector, ended });
    return ended;
  };
  const states = async () =>
    Object.fromEntries(
      (await store.clusters()).map(({ name, state }) => [name, state]),
    );
  return { reader, store, logger, collector, run, states };
}

describe('Collector', () => {
  it('reads a cluster again and again', async () => {
    const { reader, store, run, states } = await start({ eu: healthy });
    void run();
    expect(await reader.sleepOf('eu')).toBe(INTERVAL);
    expect(await states()).toEqual({ eu: 'connected' });
    expect(await store.instancesByAppId(['orders'])).toHaveLength(1);
    await reader.wake('eu');
    expect(reader.reads.get('eu')).toBe(2);
  });

  it('lets a cluster that hangs or fails delay no other, nor the list', async () => {
    const { reader, run, states } = await start({
      hung: hanging,
      down: overloaded(),
      lying: () => ({ ok: true, body: '<html>' }),
      rejecting: () => Promise.reject(new Error('against the contract')),
      eu: healthy,
    });
    void run();
    for (const reads of [1, 2, 3]) {
      expect(await reader.sleepOf('eu')).toBe(INTERVAL);
      expect(reader.reads.get('eu')).toBe(reads);
      await reader.wake('eu');
    }
    expect(await reader.wake('list')).toBe(INTERVAL);
    for (const name of ['down', 'lying', 'rejecting']) {
      await reader.sleepOf(name);
    }
    expect(await states()).toEqual({
      hung: 'stale',
      down: 'unreachable',
      lying: 'unreachable',
      rejecting: 'unreachable',
      eu: 'connected',
    });
    expect(reader.reads.get('hung')).toBe(1);
  });

  it('waits longer with each failure, and not after a success', async () => {
    const { reader, run } = await start({ eu: overloaded() });
    void run();
    expect(await reader.sleepOf('eu')).toBe(20_000);
    expect(await reader.wake('eu')).toBe(40_000);
    reader.clusters.set('eu', healthy);
    expect(await reader.wake('eu')).toBe(INTERVAL);
  });

  it('leaves a server alone for as long as it asks', async () => {
    const { reader, run } = await start({ eu: overloaded(300_000) });
    void run();
    expect(await reader.sleepOf('eu')).toBe(300_000);
    reader.clusters.set('eu', healthy);
    expect(await reader.wake('eu')).toBe(INTERVAL);
  });

  it('forgets a cluster that vanishes from the list, and ends its loop', async () => {
    const { reader, store, run, states } = await start({ eu: healthy, us: healthy }); // prettier-ignore
    void run();
    await reader.sleepOf('eu');
    await reader.sleepOf('us');
    expect(await store.instancesByAppId(['orders'])).toHaveLength(2);
    reader.clusters.delete('us');
    await reader.wake('list');
    expect(await states()).toEqual({ eu: 'connected' });
    expect(await store.instancesByAppId(['orders'])).toMatchObject([{ cluster: 'eu' }]); // prettier-ignore
    expect(reader.isAsleep('us')).toBe(false);
  });

  it('drops the answer of a cluster that was removed meanwhile', async () => {
    let answer = () => {};
    const { reader, store, run } = await start({
      eu: path =>
        new Promise(resolve => {
          const rest = answer;
          answer = () => [rest(), resolve(healthy(path))];
        }),
    });
    void run();
    await until(() => reader.reads.get('eu') === 1);
    reader.clusters.delete('eu');
    await reader.wake('list');
    answer();
    await reader.wake('list');
    expect(await store.clusters()).toEqual([]);
    expect(await store.instancesByAppId(['orders'])).toEqual([]);
  });

  it('takes up a cluster that is new in the list', async () => {
    const { reader, run, states } = await start({});
    void run();
    await reader.sleepOf('list');
    reader.clusters.set('eu', healthy);
    await reader.wake('list');
    await reader.sleepOf('eu');
    expect(await states()).toEqual({ eu: 'connected' });
  });

  it('ends at stop, also with a cluster that hangs', async () => {
    const { reader, collector, run } = await start({ eu: healthy, hung: hanging }); // prettier-ignore
    const ended = run();
    await reader.sleepOf('eu');
    await reader.sleepOf('list');
    collector.stop();
    await ended;
    expect(reader.isAsleep('eu')).toBe(false);
    expect(reader.reads.get('eu')).toBe(1);
  });

  it('begins no loop when it is stopped while the list is stored', async () => {
    const { reader, store, collector, run } = await start({ eu: healthy });
    const setClusters = store.setClusters.bind(store);
    jest.spyOn(store, 'setClusters').mockImplementation(async (...args) => {
      await setClusters(...args);
      collector.stop();
    });
    await run();
    expect(reader.reads.get('eu')).toBeUndefined();
  });

  it('goes on after the database failed', async () => {
    const { reader, store, logger, run, states } = await start({ eu: healthy });
    jest.spyOn(store, 'markAllStale').mockRejectedValueOnce(new Error('gone'));
    jest.spyOn(store, 'setClusters').mockRejectedValueOnce(new Error('gone'));
    jest.spyOn(store, 'saveSnapshot').mockRejectedValueOnce(new Error('gone'));
    void run();
    await until(() => reader.isAsleep(''));
    expect(logger.error).toHaveBeenCalledTimes(1);
    // Nothing was asked yet, so this sleep belongs to nobody known.
    await reader.wakeNameless();
    await reader.wake('list');
    expect(await reader.sleepOf('eu')).toBe(20_000);
    expect(await reader.wake('eu')).toBe(INTERVAL);
    expect(await states()).toEqual({ eu: 'connected' });
  });

  it('says why there is no list of clusters, until there is one', async () => {
    const { reader, collector, run } = await start({ eu: healthy });
    const list = jest.spyOn(reader, 'listClusters');
    list.mockRejectedValueOnce(new ServiceUnavailableError('Configure it.'));
    list.mockRejectedValueOnce(new Error('password=secret'));
    void run();
    await until(() => reader.isAsleep(''));
    expect(collector.problem).toBe('Configure it.');
    await reader.wakeNameless();
    await until(() => reader.isAsleep(''));
    expect(collector.problem).toMatch(/backend's log/);
    await reader.wakeNameless();
    await reader.sleepOf('list');
    expect(collector.problem).toBeUndefined();
  });

  it('does without what it may not read, and does not ask for it in each round', async () => {
    const forbidden = { state: 'forbidden', message: 'No.' } as const;
    const asked: string[] = [];
    const { reader, store, run, states } = await start({
      eu: path => {
        if (!/\/(services|endpointslices|events)\?/.test(path)) {
          return healthy(path);
        }
        asked.push(path);
        return { ok: false, failure: forbidden };
      },
    });
    void run();
    await reader.wake('eu');
    await reader.wake('eu');
    expect(await states()).toEqual({ eu: 'connected' });
    expect(asked).not.toEqual([]);
    expect(new Set(asked).size).toBe(asked.length);
    const [instance] = await store.instancesByAppId(['orders']);
    expect(instance?.details.findings.map(({ code }) => code)).toContain('DS401'); // prettier-ignore
  });

  it('counts what it leaves out, once', async () => {
    const { reader, logger, run } = await start({
      eu: path =>
        path.includes('daemonsets')
          ? { ok: true, body: { items: [null, 7] } }
          : healthy(path),
    });
    void run();
    await reader.wake('eu');
    await reader.wake('eu');
    const told = logger.warn.mock.calls.flat().filter(text => /left out/.test(String(text))); // prettier-ignore
    expect(told).toEqual([expect.stringContaining('eu: 2 objects')]);
  });
});
