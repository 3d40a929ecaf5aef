/* eslint jest/expect-expect: [warn, { assertFunctionNames: [expect, expectShown] }] */
import { TestDatabases } from '@backstage/backend-test-utils';
import { requestsOf } from './lib/audit';
import { type Cluster, connect } from './lib/client';
import { installControlPlane } from './lib/controlPlane';
import { addNodes } from './lib/nodes';
import { type Portal, startPortal } from './lib/portal';
import { createReader, readerUser } from './lib/reader';
import { Release } from './lib/release';
import { waitFor } from './lib/waitFor';

let cluster: Cluster;
let portal: Portal;

afterAll(() => portal?.stop());

// Made after the line above, so that its connections are closed after the portal's stop.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Other tests ask as the same account, and for what it may not read. */
let askedBefore = 0;

beforeAll(async () => {
  cluster = await connect();
  await addNodes(cluster, { total: 3, ready: 2 });
  await installControlPlane(cluster);
  const serviceAccountToken = await createReader(cluster);
  askedBefore = requestsOf(readerUser).length;
  portal = await startPortal({
    serviceAccountToken,
    appIds: [
      'on-nodes',
      'replicated',
      'starting',
      'scaled',
      'broken',
      'deleted',
    ],
    databases,
  });
});

/** Waits until that is all that the portal has to say of an app id's instances. */
const expectShown = (appId: string, ...instances: object[]) =>
  waitFor(async () => {
    const { items, clusters } = await portal.instances(appId);
    expect(clusters).toMatchObject([{ name: 'test', state: 'connected' }]);
    expect(items).toMatchObject(instances);
  });

describe('an instance on a real API server', () => {
  it('is shown as a DaemonSet', async () => {
    const release = await Release.install(cluster, 'DaemonSet', 'on-nodes');
    await release.run('ready', 'ready', 'ready');
    await expectShown('on-nodes', {
      id: 'test/on-nodes/on-nodes',
      strategy: 'daemonset',
      replicas: { desired: 3, updated: 3, ready: 3, available: 3 },
      health: { status: 'healthy', summary: 'All 3 ready.' },
      appChannel: {
        host: 'on-nodes.on-nodes.svc.cluster.local',
        port: 8080,
        protocol: 'http',
      },
      daprd: { version: '1.15.7' },
      chart: { name: 'dapr-shared-chart', version: '1.16.0' },
      release: 'on-nodes',
      workloads: [{ kind: 'DaemonSet', name: 'on-nodes-dapr-shared-chart' }],
      stale: false,
      ambiguous: false,
    });
  });

  it('is shown as a Deployment', async () => {
    const release = await Release.install(cluster, 'Deployment', 'replicated');
    await release.run('ready', 'ready', 'ready');
    await expectShown('replicated', {
      id: 'test/replicated/replicated',
      strategy: 'deployment',
      replicas: { desired: 3, updated: 3, ready: 3, available: 3 },
      health: { status: 'healthy', summary: 'All 3 ready.' },
      workloads: [{ kind: 'Deployment', name: 'replicated-dapr-shared-chart' }],
    });
  });

  it('goes from applied to progressing to healthy', async () => {
    const release = await Release.install(cluster, 'DaemonSet', 'starting');
    await expectShown('starting', { health: { status: 'progressing' } });
    await release.run('ready', 'starting', 'starting');
    await expectShown('starting', {
      replicas: { desired: 3, ready: 1 },
      health: {
        status: 'progressing',
        summary: '1 of 3 ready, the rest is starting.',
      },
    });
    await release.run('ready', 'ready', 'ready');
    await expectShown('starting', { health: { status: 'healthy' } });
  });

  it('follows when it is scaled', async () => {
    const release = await Release.install(cluster, 'Deployment', 'scaled');
    await release.run('ready', 'ready', 'ready');
    await expectShown('scaled', { health: { status: 'healthy' } });
    await release.scale(5);
    await expectShown('scaled', {
      replicas: { desired: 5, ready: 3 },
      health: { status: 'progressing' },
    });
    await release.run('ready', 'ready', 'ready', 'ready', 'ready');
    await expectShown('scaled', {
      replicas: { desired: 5, ready: 5 },
      health: { status: 'healthy', summary: 'All 5 ready.' },
    });
    await release.scale(1);
    await release.run('ready');
    await expectShown('scaled', {
      replicas: { desired: 1, ready: 1 },
      health: { status: 'healthy', summary: 'Ready.' },
    });
  });

  it('follows when it breaks and is mended', async () => {
    const release = await Release.install(cluster, 'DaemonSet', 'broken');
    await release.run('ready', 'ready', 'ready');
    await expectShown('broken', { health: { status: 'healthy' } });
    await release.run('ready', 'crashing', 'ready');
    await expectShown('broken', {
      replicas: { desired: 3, ready: 2 },
      health: {
        status: 'degraded',
        reason: 'CrashLoopBackOff',
        // The chart's default, and the control plane is newer: told without a log.
        summary: 'Waiting for Sentry: port 80 is closed since Dapr 1.14.',
      },
    });
    await release.run('ready', 'ready', 'ready');
    await expectShown('broken', { health: { status: 'healthy' } });
  });

  it('follows when it is deleted', async () => {
    const release = await Release.install(cluster, 'Deployment', 'deleted');
    await release.run('ready', 'ready', 'ready');
    await expectShown('deleted', { health: { status: 'healthy' } });
    await release.delete();
    await expectShown('deleted', {
      health: { status: 'progressing', reason: 'Terminating' },
    });
    await release.collectGarbage();
    await expectShown('deleted');
  });
});

describe('the cluster', () => {
  it('is shown with its control plane and its nodes', async () => {
    const { items } = await waitFor(async () => {
      const answer = await portal.clusters();
      expect(answer.items).toMatchObject([{ state: 'connected' }]);
      return answer;
    });
    expect(items).toMatchObject([
      {
        name: 'test',
        controlPlane: {
          namespace: 'dapr-system',
          version: '1.18.3',
          trustDomain: 'cluster.local',
          mtls: true,
          scheduler: true,
        },
        nodes: { ready: 2, total: 3 },
      },
    ]);
  });

  it('is only looked at, with no more than the shipped ClusterRole allows', async () => {
    const requests = requestsOf(readerUser).slice(askedBefore);
    expect(requests).not.toHaveLength(0);
    for (const { verb, requestURI, responseStatus } of requests) {
      expect({ requestURI, verb }).toEqual({
        requestURI,
        verb: expect.stringMatching(/^(get|list|watch)$/),
      });
      expect({ requestURI, code: responseStatus.code }).toEqual({
        requestURI,
        code: 200,
      });
    }
  });
});
