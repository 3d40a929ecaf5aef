import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DaprSharedClient,
  parseGitOps,
  parsePlanRequest,
  parsePolicy,
  preview,
} from 'backstage-plugin-dapr-shared-common';
import { clusterReaderExtensionPoint } from 'backstage-plugin-dapr-shared-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { daprSharedPlugin } from './plugin';
import { Store } from './store';
import { FakeClusters, hanging } from './testUtils/fakeCluster';

// Databases and backends start in the hooks, on few cores.
jest.setTimeout(60_000);

// PostgreSQL where one is named; without, this framework would look for Docker.
const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_15']
    : ['SQLITE_3'],
});

const config = {
  gitops: [
    {
      name: 'platform',
      repository: 'https://git.example/platform/gitops',
      clusters: ['eu', 'never-read'],
    },
  ],
  policy: [
    {
      match: { owners: ['group:default/billing'] },
      deny: { strategy: 'daemonset' },
      message: 'Billing pays by the pod.',
      contact: '#platform',
    },
    {
      match: { namespaces: ['restricted'] },
      require: { overlay: { tokenSecret: true } },
    },
  ],
};

const good = {
  gitops: 'platform',
  cluster: 'eu',
  namespace: 'shop',
  appId: 'orders',
  port: 8080,
  strategy: 'daemonset' as const,
};

const invoices = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'invoices', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/billing' }],
};

const controlPlane = { namespace: 'dapr-platform', version: '1.17.4' };

/** Known from an earlier start; the cluster itself does not answer. */
async function seed(knex: Knex) {
  const store = await Store.create(mockServices.database({ knex }));
  const now = new Date();
  await store.setClusters([{ name: 'eu', title: 'eu' }], now);
  const facts = { controlPlane };
  await store.saveSnapshot('eu', { records: [], facts, now });
}

const reader = createBackendModule({
  pluginId: 'dapr-shared',
  moduleId: 'reader',
  register({ registerInit }) {
    registerInit({
      deps: { extension: clusterReaderExtensionPoint },
      async init({ extension }) {
        extension.setClusterReader(new FakeClusters({ eu: hanging }));
      },
    });
  },
});

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(
  databaseId: TestDatabaseId = 'SQLITE_3',
  mayReadClusters = true,
) {
  const knex = await databases.init(databaseId);
  await seed(knex);
  const result = mayReadClusters ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
  const backend = await startTestBackend({
    features: [
      daprSharedPlugin,
      reader,
      mockServices.permissions.mock({
        authorize: async requests => requests.map(() => ({ result })),
      }).factory,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities: [invoices] }),
      mockServices.rootConfig.factory({ data: { daprShared: config } }),
    ],
  });
  stops.push(async () => {
    // Connections that are kept alive would hold up the stop for seconds.
    const cut = setInterval(() => backend.server.closeAllConnections(), 10);
    await backend.stop();
    clearInterval(cut);
  });
  const post = (body: object | string) =>
    request(backend.server)
      .post('/api/dapr-shared/v1/plans')
      .set('authorization', mockCredentials.user.header())
      .set('content-type', 'application/json')
      .send(body);
  return { post, server: backend.server };
}

const codes = ({ body }: { body: { findings: { code: string }[] } }) =>
  body.findings.map(({ code }) => code);

describe.each(databases.eachSupportedId())('POST /v1/plans on %s', id => {
  it('plans with the facts of the cluster, as the action does', async () => {
    const backend = await start(id);
    const response = await backend.post(good);
    expect(response.status).toBe(200);
    expect(response.body).toEqual(
      JSON.parse(
        JSON.stringify(
          preview({
            request: parsePlanRequest(good),
            owners: [],
            facts: { controlPlane },
            repositories: parseGitOps(config.gitops),
            policy: parsePolicy(config.policy),
          }),
        ),
      ),
    );
    expect(response.body).toMatchObject({
      folder: 'clusters/eu/shop/dapr-shared/orders',
      plan: { runtimeVersion: '1.17.4' },
      blocked: false,
    });
    expect((await backend.post(good)).text).toBe(response.text);
  });

  it('hides them from those who may not see clusters', async () => {
    const backend = await start(id, false);
    const response = await backend.post(good);
    expect(response.status).toBe(200);
    expect(codes(response)).toContain('DS202');
    expect(response.text).not.toContain('dapr-platform');
    expect(response.text).not.toContain('1.17.4');
  });
});

describe('POST /v1/plans', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    backend = await start();
  });

  it('says of a cluster that was never read that it is not known', async () => {
    const response = await backend.post({ ...good, cluster: 'never-read' });
    expect(codes(response)).toContain('DS202');
  });

  it('answers the client of the common package', async () => {
    const address = backend.server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = new DaprSharedClient({
      discoveryApi: {
        getBaseUrl: async plugin => `http://localhost:${port}/api/${plugin}`,
      },
    });
    const token = mockCredentials.user.token();
    const { files, blocked } = await client.plan(good, { token });
    expect(blocked).toBe(false);
    expect(files.length).toBeGreaterThan(3);
    await expect(
      client.plan({ ...good, port: -1 }, { token }),
    ).rejects.toMatchObject({
      cause: {
        message: expect.stringContaining('port must be a whole number'),
      },
    });
  });

  it('asks for a token', async () => {
    const response = await backend
      .post(good)
      .set('authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('applies the policy for the owners that the catalog knows', async () => {
    const owned = { ...good, entityRef: 'component:default/invoices' };
    const { body } = await backend.post(owned);
    expect(body).toMatchObject({
      blocked: true,
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: 'DS454',
          cause: 'Billing pays by the pod.',
          fix: expect.stringContaining('Ask #platform'),
        }),
      ]),
    });
  });

  it('knows no owners of a component that is not there yet', async () => {
    const { status, body } = await backend.post({
      ...good,
      entityRef: 'component:default/new',
    });
    expect([status, body.blocked]).toEqual([200, false]);
  });

  it('takes the owner that is asked for only where the catalog knows none', async () => {
    const billing = { ...good, owner: 'group:default/billing' };
    const entityRef = 'component:default/new';
    const { body } = await backend.post({ ...billing, entityRef });
    expect(body.blocked).toBe(true);
    const evading = { ...good, owner: 'group:default/other', entityRef: 'component:default/invoices' }; // prettier-ignore
    expect((await backend.post(evading)).body.blocked).toBe(true);
  });

  it('blocks what lacks what policy requires', async () => {
    const restricted = { ...good, namespace: 'restricted' };
    expect(codes(await backend.post(restricted))).toContain('DS453');
    const tokenSecret = { name: 'token', key: 'token' };
    const { body } = await backend.post({ ...restricted, overlay: { tokenSecret } }); // prettier-ignore
    expect(body.blocked).toBe(false);
  });

  it.each<[object, number, string]>([
    [{ appId: 'a'.repeat(59) }, 400, 'appId may have at most 58 characters'],
    [{ appId: 'on' }, 400, 'appId must not be "on"'],
    [{ appId: '123' }, 400, 'appId must start with a lower-case letter'],
    [{ appId: 'Orders' }, 400, 'appId must start with a lower-case letter'],
    [{ appId: '../orders' }, 400, 'appId must start with a lower-case letter'],
    [{ namespace: '../shop' }, 400, 'namespace must be the name of a Kubernetes namespace'], // prettier-ignore
    [{ host: 'https://orders:8443' }, 400, 'Write "orders" here, and port 8443'], // prettier-ignore
    [{ port: 70_000 }, 400, 'port must be a whole number from 1 to 65535'],
    [{ strategy: 'statefulset' }, 400, 'strategy must be daemonset or deployment'], // prettier-ignore
    [{ replicas: -1 }, 400, 'replicas must be a whole number, 1 or more'],
    [{ entityRef: '../../locations' }, 400, 'entityRef must be an entity ref'],
    [{ replica: 2 }, 400, 'replica is not known; did you mean replicas?'],
    [{ owners: ['group:default/a'] }, 400, 'owners is not known'],
    [{ cluster: 'us' }, 400, 'does not serve "us"; choose one of eu, never-read'], // prettier-ignore
    [{ gitops: 'other' }, 404, 'there is no GitOps repository "other"; write one of "platform"'], // prettier-ignore
  ])('refuses %j', async (fields, expected, message) => {
    const deployment = { ...good, strategy: 'deployment' };
    const { status, body } = await backend.post({ ...deployment, ...fields });
    expect([status, body.error?.message]).toEqual([
      expected,
      expect.stringContaining(message),
    ]);
  });

  it.each<[string, object | string, number]>([
    ['no JSON', '{"gitops":', 400],
    ['a list', [good], 400],
    ['a text', '"platform"', 400],
    ['a body that is too long', { ...good, values: { a: 'x'.repeat(200_000) } }, 413], // prettier-ignore
  ])('refuses %s', async (_, body, expected) => {
    const response = await backend.post(body);
    expect(response.status).toBe(expected);
  });
});

describe('the backend', () => {
  it.each<[object, string]>([
    [{ gitops: [{ ...config.gitops[0], delivery: 'spinnaker' }] }, 'daprShared.gitops[0].delivery is "spinnaker"; write "flux"'], // prettier-ignore
    [{ policy: [{ deny: { stratgey: 'daemonset' } }] }, 'daprShared.policy[0].deny.stratgey is not known here'], // prettier-ignore
  ])(
    'does not start with %j, and names the key',
    async (daprShared, message) => {
      const started = startTestBackend({
        features: [
          daprSharedPlugin,
          reader,
          catalogServiceMock.factory(),
          mockServices.rootConfig.factory({ data: { daprShared } }),
        ],
      });
      await expect(started).rejects.toThrow(message);
    },
  );
});
