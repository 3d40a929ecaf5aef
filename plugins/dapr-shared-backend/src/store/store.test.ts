import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { HealthStatus } from 'backstage-plugin-dapr-shared-common';
import { type InstanceFilter, type InstanceRecord, Store } from '.';

// Databases start within the tests, on few cores.
jest.setTimeout(60_000);

// PostgreSQL where one is named; without, this framework would look for Docker.
const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_15']
    : ['SQLITE_3'],
});

const day = (date: number) => new Date(Date.UTC(2030, 0, date));
const iso = (date: number) => day(date).toISOString();

function record(
  id: string,
  more: { status?: HealthStatus; entityRef?: string } = {},
): InstanceRecord {
  const [cluster = '', namespace = '', appId = ''] = id.split('/');
  const { status = 'healthy', entityRef } = more;
  return {
    cluster,
    namespace,
    appId,
    entityRef,
    health: { status, summary: 'Ready.' },
    details: {
      strategy: 'daemonset',
      replicas: { desired: 1, ready: 1, updated: 1, available: 1 },
      workloads: [],
      findings: [],
    },
  };
}

const named = (...names: string[]) =>
  names.map(name => ({ name, title: `The ${name}` }));

async function create(databaseId: TestDatabaseId, ...clusters: string[]) {
  const knex = await databases.init(databaseId);
  const store = await Store.create({ getClient: async () => knex });
  await store.setClusters(named(...clusters), day(1));
  const save = (cluster: string, date: number, ...records: InstanceRecord[]) =>
    store.saveSnapshot(cluster, {
      records,
      facts: { controlPlane: null, nodes: { ready: 1, total: 2 } },
      now: day(date),
    });
  const ids = async (...args: Parameters<Store['instancesByAppId']>) =>
    (await store.instancesByAppId(...args))
      .map(i => `${i.cluster}/${i.namespace}/${i.appId}`)
      .sort();
  return { store, save, ids, knex };
}

describe.each(databases.eachSupportedId())('Store on %s', databaseId => {
  it('knows a cluster before it was read', async () => {
    const { store } = await create(databaseId, 'us', 'eu');
    const message = expect.stringContaining('Not read yet');
    expect(await store.clusters()).toEqual([
      { name: 'eu', title: 'The eu', state: 'stale', message, since: iso(1) },
      { name: 'us', title: 'The us', state: 'stale', message, since: iso(1) },
    ]);
  });

  it('gives back what was saved', async () => {
    const { store, save } = await create(databaseId, 'eu');
    const saved = record('eu/shop/orders', { entityRef: 'component:default/orders' }); // prettier-ignore
    await save('eu', 2, saved);
    expect(await store.instancesByAppId(['orders'])).toEqual([
      { ...saved, since: iso(2), observedAt: iso(2) },
    ]);
    expect(await store.clusters()).toEqual([
      {
        name: 'eu',
        title: 'The eu',
        state: 'connected',
        since: iso(2),
        observedAt: iso(2),
        controlPlane: null,
        nodes: { ready: 1, total: 2 },
      },
    ]);
  });

  it('knows no findings of what was stored before there were any', async () => {
    const { store, save, knex } = await create(databaseId, 'eu');
    await save('eu', 2, record('eu/a/x'));
    await knex('dapr_shared_instances').update({ details: '{"workloads":[]}' });
    const [instance] = await store.instancesByAppId(['x']);
    expect(instance?.details.findings).toEqual([]);
  });

  it('keeps since when a health and a state are what they are', async () => {
    const { store, save } = await create(databaseId, 'eu');
    await save('eu', 2, record('eu/a/x'), record('eu/a/y'));
    await save('eu', 3, record('eu/a/x'), record('eu/a/y', { status: 'degraded' })); // prettier-ignore
    const instances = await store.instancesByAppId(['x', 'y']);
    expect(instances.sort((a, b) => a.appId.localeCompare(b.appId))).toMatchObject([
      { appId: 'x', since: iso(2), observedAt: iso(3) },
      { appId: 'y', since: iso(3), observedAt: iso(3) },
    ]); // prettier-ignore
    expect(await store.clusters()).toMatchObject([{ since: iso(2), observedAt: iso(3) }]); // prettier-ignore
  });

  it('forgets instances that are gone, of that cluster alone', async () => {
    const { save, ids } = await create(databaseId, 'eu', 'us');
    await save('eu', 2, record('eu/a/x'), record('eu/b/x'));
    await save('us', 2, record('us/a/x'));
    await save('eu', 3, record('eu/b/x'));
    expect(await ids(['x'])).toEqual(['eu/b/x', 'us/a/x']);
  });

  it('forgets clusters that are gone, with their instances, and keeps the others', async () => {
    const { store, save, ids } = await create(databaseId, 'eu', 'us');
    await save('eu', 2, record('eu/a/x'));
    await save('us', 2, record('us/a/x'));
    await store.setClusters([{ name: 'us', title: 'Renamed' }], day(3));
    expect(await ids(['x'])).toEqual(['us/a/x']);
    expect(await store.clusters()).toMatchObject([
      { name: 'us', title: 'Renamed', state: 'connected', since: iso(2) },
    ]);
    await store.setClusters([], day(4));
    expect(await store.clusters()).toEqual([]);
  });

  it('writes nothing of a cluster that was removed while it was read', async () => {
    const { store, save, ids } = await create(databaseId, 'eu');
    await store.setClusters([], day(2));
    await save('eu', 3, record('eu/a/x'));
    await store.saveFailure('eu', { state: 'forbidden', message: 'No.', now: day(3) }); // prettier-ignore
    expect(await ids(['x'])).toEqual([]);
    expect(await store.clusters()).toEqual([]);
  });

  it('takes a list that names a cluster twice, and a long one', async () => {
    const { store } = await create(databaseId);
    const many = Array.from({ length: 120 }, (_, index) => `c${index}`);
    await store.setClusters(named(...many, 'c0'), day(1));
    expect(await store.clusters()).toHaveLength(120);
  });

  it('takes more instances than one statement', async () => {
    const { save, ids } = await create(databaseId, 'eu');
    const many = Array.from({ length: 120 }, (_, i) => record(`eu/n${i}/x`));
    await save('eu', 2, ...many);
    expect(await ids(['x'])).toHaveLength(120);
  });

  it('takes what clusters may say: NUL, and an entity of any length', async () => {
    const { store, save } = await create(databaseId, 'eu');
    await save('eu', 2, record('eu/a/x', { entityRef: `a\0${'b'.repeat(9999)}` })); // prettier-ignore
    const [instance] = await store.instancesByAppId(['x']);
    expect(instance?.entityRef).toHaveLength(10_000);
    await store.saveFailure('eu', { state: 'unreachable', message: 'No.', detail: 'PK\0\0', now: day(3) }); // prettier-ignore
    expect(await store.clusters()).toMatchObject([{ detail: 'PK' }]);
  });

  it('keeps what was known when a read fails, and tells whether that is news', async () => {
    const { store, save, ids } = await create(databaseId, 'eu');
    await save('eu', 2, record('eu/a/x'));
    const fail = (date: number, state: 'forbidden' | 'unreachable') =>
      store.saveFailure('eu', { state, message: 'No.', detail: `${date}`, now: day(date) }); // prettier-ignore
    expect(await fail(3, 'forbidden')).toBe(true);
    expect(await fail(4, 'forbidden')).toBe(false);
    expect(await ids(['x'])).toEqual(['eu/a/x']);
    expect(await store.clusters()).toMatchObject([
      { state: 'forbidden', since: iso(3), detail: '4', observedAt: iso(2) },
    ]);
    expect(await fail(5, 'unreachable')).toBe(true);
    await save('eu', 6);
    const [cluster] = await store.clusters();
    expect(cluster).toMatchObject({ state: 'connected', since: iso(6) });
    expect(cluster).not.toHaveProperty('detail');
  });

  it('marks as stale what was connected before a start, and only that', async () => {
    const { store, save, ids } = await create(databaseId, 'eu', 'us');
    await save('eu', 2, record('eu/a/x'));
    await store.saveFailure('us', { state: 'forbidden', message: 'No.', now: day(2) }); // prettier-ignore
    await store.markAllStale(day(3));
    expect(await store.clusters()).toMatchObject([
      { name: 'eu', state: 'stale', since: iso(3), observedAt: iso(2) },
      { name: 'us', state: 'forbidden', since: iso(2) },
    ]);
    expect(await ids(['x'])).toEqual(['eu/a/x']);
  });

  it('finds instances by id in the order asked, also where a cluster has slashes', async () => {
    const { store, save } = await create(databaseId, 'eu', 'arn:1:cluster/eu');
    await save('eu', 2, record('eu/a/x'), record('eu/a/y'));
    await save('arn:1:cluster/eu', 2, { ...record('eu/a/x'), cluster: 'arn:1:cluster/eu' }); // prettier-ignore
    const found = await store.instancesById(['eu/a/y', 'eu/a/none', 'arn:1:cluster/eu/a/x', 'eu/a/y/z', 'nonsense', '']); // prettier-ignore
    expect(found.map(instance => instance && [instance.cluster, instance.appId])).toEqual([
      ['eu', 'y'],
      undefined,
      ['arn:1:cluster/eu', 'x'],
      undefined,
      undefined,
      undefined,
    ]); // prettier-ignore
  });

  it('survives a restart, and migrates once', async () => {
    const { save, knex } = await create(databaseId, 'eu');
    await save('eu', 2, record('eu/a/x'));
    const again = await Store.create({ getClient: async () => knex });
    expect(await again.instancesByAppId(['x'])).toHaveLength(1);
  });

  it('leaves concurrent lists and snapshots consistent', async () => {
    const { store, save, ids } = await create(databaseId, 'eu', 'us');
    await Promise.all([
      save('eu', 2, record('eu/a/x')),
      store.setClusters(named('us'), day(2)),
      save('us', 2, record('us/a/x')),
      save('eu', 3, record('eu/a/x')),
      store.setClusters(named('us'), day(3)),
    ]);
    expect(await ids(['x'])).toEqual(['us/a/x']);
  });

  describe('criteria', () => {
    const cluster = (...values: string[]): InstanceFilter => ({ column: 'cluster', values }); // prettier-ignore
    const namespace = (...values: string[]): InstanceFilter => ({ column: 'namespace', values }); // prettier-ignore
    const all = ['eu/a/x', 'eu/b/x', 'us/a/x', 'us/b/x'];
    // The types say that a group has a part; what a policy sends may not.
    const nothing: [] = [];
    const empty = (key: string): PermissionCriteria<InstanceFilter> => JSON.parse(JSON.stringify({ [key]: nothing })); // prettier-ignore

    // One database for the whole table: making one takes longer than asking it.
    let ids: Awaited<ReturnType<typeof create>>['ids'];
    beforeAll(async () => {
      const { save, ...created } = await create(databaseId, 'eu', 'us');
      await save('eu', 2, record('eu/a/x'), record('eu/b/x'), record('eu/a/other')); // prettier-ignore
      await save('us', 2, record('us/a/x'), record('us/b/x'));
      ids = created.ids;
    });

    it.each<[string, PermissionCriteria<InstanceFilter>, string[]]>([
      ['one', cluster('eu'), ['eu/a/x', 'eu/b/x']],
      ['several values', namespace('a', 'b'), all],
      ['no value', namespace(), []],
      ['not', { not: cluster('eu') }, ['us/a/x', 'us/b/x']],
      ['not no value', { not: cluster() }, all],
      ['allOf', { allOf: [cluster('eu'), namespace('a')] }, ['eu/a/x']],
      ['anyOf', { anyOf: [cluster('eu'), namespace('a')] }, ['eu/a/x', 'eu/b/x', 'us/a/x']], // prettier-ignore
      ['not anyOf', { not: { anyOf: [cluster('eu'), namespace('a')] } }, ['us/b/x']], // prettier-ignore
      ['not allOf', { not: { allOf: [cluster('eu'), namespace('a')] } }, ['eu/b/x', 'us/a/x', 'us/b/x']], // prettier-ignore
      ['not not', { not: { not: cluster('eu') } }, ['eu/a/x', 'eu/b/x']],
      ['anyOf in allOf', { allOf: [{ anyOf: [cluster('eu'), cluster('us')] }, namespace('b')] }, ['eu/b/x', 'us/b/x']], // prettier-ignore
      ['allOf in anyOf', { anyOf: [{ allOf: [cluster('eu'), namespace('a')] }, { allOf: [cluster('us'), namespace('b')] }] }, ['eu/a/x', 'us/b/x']], // prettier-ignore
      ['not in anyOf', { anyOf: [{ not: cluster('eu') }, namespace('b')] }, ['eu/b/x', 'us/a/x', 'us/b/x']], // prettier-ignore
      ['any of nothing', empty('anyOf'), []],
      ['all of nothing', empty('allOf'), all],
      ['not any of nothing', { not: empty('anyOf') }, all],
      ['not all of nothing', { not: empty('allOf') }, []],
      ['SQL in a value', cluster("eu') or 1=1 --"), []],
    ])('%s', async (_, criteria, expected) => {
      // Whatever the criteria, never another app id.
      expect(await ids(['x'], criteria)).toEqual(expected);
    });
  });
});
