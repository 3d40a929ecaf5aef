import {
  type BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  kubernetesAuthStrategyExtensionPoint,
  type KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  clusterReadPermission,
  type EntityInstancesResponse,
  instanceReadPermission,
} from 'backstage-plugin-dapr-shared-common';
import { once } from 'events';
import { get as httpGet, type Server } from 'http';
import request from 'supertest';
import { inNamespace } from '.';
import { daprSharedPlugin } from './plugin';
import { type ApiServer, hang, replay, startApiServer, status } from './testUtils/apiServer'; // prettier-ignore

// Databases and backends start in the hooks, on few cores.
jest.setTimeout(60_000);

// PostgreSQL where one is named; without, this framework would look for Docker.
const databases = TestDatabases.create({
  ids: process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING
    ? ['SQLITE_3', 'POSTGRES_15']
    : ['SQLITE_3'],
});

const servers: ApiServer[] = [];
const backends: { stop(): Promise<void>; server: Server }[] = [];

afterEach(async () => {
  // API servers first: a backend waits for the requests that it is proxying.
  for (const server of servers.splice(0)) await server.close();
  for (const backend of backends.splice(0)) {
    // Connections that are kept alive would hold up the stop for seconds.
    const cut = setInterval(() => backend.server.closeAllConnections(), 10);
    await backend.stop();
    clearInterval(cut);
  }
});

async function apiServer(answer?: ApiServer['answer']) {
  const server = await startApiServer(answer);
  servers.push(server);
  return server;
}

interface ClusterConfig {
  name: string;
  server?: ApiServer;
  url?: string;
  authProvider?: string;
  serviceAccountToken?: string;
}

const cluster = ({ name, server, url, ...config }: ClusterConfig) => ({
  name,
  url: url ?? server?.url ?? '',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'of-the-cluster',
  ...config,
});

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
});

const entities = [
  component('orders', { 'dapr.io/app-id': 'orders' }),
  component('payments', { 'dapr.io/app-id': 'billing/payments' }),
  component('both', { 'dapr.io/app-id': 'orders, payments' }),
  component('plain', {}),
];

async function start(
  clusters: ClusterConfig[],
  options: {
    databaseId?: TestDatabaseId;
    decide?: (permission: string) => PolicyDecision;
    daprShared?: object;
    features?: BackendFeature[];
  } = {},
) {
  const knex = await databases.init(options.databaseId ?? 'SQLITE_3');
  const decide = async (requests: { permission: { name: string } }[]) =>
    requests.map(
      ({ permission }) =>
        options.decide?.(permission.name) ?? { result: AuthorizeResult.ALLOW },
    );
  const backend = await startTestBackend({
    features: [
      daprSharedPlugin,
      import('@backstage/plugin-kubernetes-backend'),
      ...(options.features ?? []),
      // The framework's decisions, as its policy would make them.
      mockServices.permissions.mock({
        authorizeConditional: decide,
        authorize: async requests =>
          (
            await decide(requests)
          ).map(decision =>
            decision.result === AuthorizeResult.CONDITIONAL
              ? { result: AuthorizeResult.DENY }
              : decision,
          ),
      }).factory,
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          daprShared: {
            collector: {
              interval: { milliseconds: 100 },
              requestTimeout: { milliseconds: 1500 },
            },
            ...options.daprShared,
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              { type: 'config', clusters: clusters.map(cluster) },
            ],
          },
        },
      }),
    ],
  });
  backends.push(backend);
  const get = (path: string) =>
    request(backend.server)
      .get(`/api/dapr-shared/v1${path}`)
      .set('authorization', mockCredentials.user.header());
  const instances = (name: string) =>
    get(`/entities/component/default/${name}/instances`);
  return { get, instances, server: backend.server };
}

/** Asks again until the answer is as wanted; shows the last one when that takes too long. */
async function eventually<T>(
  ask: () => PromiseLike<{ body: T }>,
  wanted: (body: T) => boolean,
): Promise<T> {
  const deadline = AbortSignal.timeout(20_000);
  for (;;) {
    const { body } = await ask();
    if (wanted(body)) return body;
    if (deadline.aborted) throw new Error(`Last answer: ${JSON.stringify(body)}`); // prettier-ignore
  }
}

/** Sends a path as it is written, and resolves to the status. */
async function raw(server: Server, path: string): Promise<number | undefined> {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  const { port } = address;
  const sent = httpGet({ port, path, headers: { authorization: mockCredentials.user.header() } }); // prettier-ignore
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

/** True once every cluster is in the state wanted of it. */
const inStates =
  (...states: string[]) =>
  ({ clusters }: EntityInstancesResponse) =>
    clusters?.map(c => c.state).join() === states.join();
const connected = inStates('connected');

// Once, and not on the account of whichever test comes first: nearly all of
// the time goes into loading the Kubernetes plugin with the SDKs of its clouds
// and, at its first request, the Kubernetes client.
beforeAll(async () => {
  const server = await apiServer();
  const { get } = await start([{ name: 'eu', server }]);
  await eventually<{ items: { state: string }[] }>(
    () => get('/clusters'),
    body => body.items?.[0]?.state === 'connected',
  );
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  it('shows an entity its instances, with strategy, replicas and health', async () => {
    const { instances } = await start(
      [{ name: 'eu', server: await apiServer() }],
      { databaseId },
    );
    const body = await eventually(() => instances('both'), connected);
    expect(body).toMatchObject({
      annotated: true,
      clusters: [{ name: 'eu', state: 'connected' }],
      items: [
        {
          id: 'eu/billing/payments',
          strategy: 'deployment',
          replicas: { desired: 3, ready: 3 },
          health: { status: 'healthy' },
          chart: { version: '1.16.0' },
          stale: false,
        },
        {
          id: 'eu/shop/orders',
          strategy: 'daemonset',
          replicas: { desired: 3, ready: 3 },
          health: { status: 'healthy' },
          appChannel: { protocol: 'http' },
        },
      ],
    });
  });

  it('says what is wrong, as far as the platform wants it said', async () => {
    const server = await apiServer();
    const findings = [{ match: { codes: ['DS402'], owners: ['group:*'] }, severity: 'mute' }]; // prettier-ignore
    const config = { collector: { interval: '100ms' }, findings };
    const { instances } = await start([{ name: 'eu', server }], { databaseId, daprShared: config }); // prettier-ignore
    const { items } = await eventually(() => instances('orders'), connected);
    const codes = items[0]?.findings.map(({ code }) => code);
    expect(codes).toContain('DS401');
    expect(codes).not.toContain('DS402');
  });

  it('shows what it can where one cluster refuses and one hangs', async () => {
    const { get, instances } = await start(
      [
        { name: 'healthy', server: await apiServer() },
        { name: 'refusing', server: await apiServer(status(403, 'deployments.apps is forbidden: User "portal"')) }, // prettier-ignore
        { name: 'hanging', server: await apiServer(hang) },
      ],
      { databaseId },
    );
    const body = await eventually(
      () => instances('orders'),
      inStates('unreachable', 'connected', 'forbidden'),
    );
    expect(body.items).toMatchObject([{ id: 'healthy/shop/orders' }]);
    expect(body.clusters).toMatchObject([
      { name: 'hanging', state: 'unreachable', message: 'It did not answer within 1.5 s.' }, // prettier-ignore
      { name: 'healthy', state: 'connected' },
      { name: 'refusing', state: 'forbidden', message: expect.stringContaining('may not list deployments'), detail: expect.stringContaining('User "portal"') }, // prettier-ignore
    ]);
    expect((await get('/clusters')).body.items).toHaveLength(3);
  });

  it('keeps what it knew of a cluster that is lost, marked stale', async () => {
    const server = await apiServer();
    const { instances } = await start([{ name: 'eu', server }], { databaseId });
    await eventually(() => instances('orders'), connected);
    server.answer = status(500, 'etcd is gone');
    const lost = await eventually(
      () => instances('orders'),
      body => body.clusters[0]?.state === 'unreachable',
    );
    expect(lost.items).toMatchObject([{ id: 'eu/shop/orders', stale: true }]);
  });

  it('forgets an instance that is gone', async () => {
    const server = await apiServer();
    const { instances } = await start([{ name: 'eu', server }], { databaseId });
    await eventually(() => instances('orders'), body => body.items?.length === 1); // prettier-ignore
    server.answer = replay({ '/apis/apps/v1/daemonsets': { items: [] } });
    const body = await eventually(() => instances('orders'), ({ items }) => items.length === 0); // prettier-ignore
    expect(body).toMatchObject({ annotated: true, items: [] });
  });

  it('shows a user neither a denied instance nor a count of it', async () => {
    const { instances } = await start(
      [{ name: 'eu', server: await apiServer() }],
      {
        databaseId,
        decide: permission =>
          permission === instanceReadPermission.name
            ? {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'dapr-shared',
                resourceType: 'dapr-shared-instance',
                conditions: {
                  not: {
                    rule: inNamespace.name,
                    resourceType: 'dapr-shared-instance',
                    params: { namespaces: ['billing'] },
                  },
                },
              }
            : { result: AuthorizeResult.ALLOW },
      },
    );
    const both = await eventually(() => instances('both'), connected);
    expect(both.items).toMatchObject([{ id: 'eu/shop/orders' }]);
    expect(JSON.stringify(both)).not.toContain('payments');
    expect((await instances('payments')).body.items).toEqual([]);
  });
});

describe('authorization', () => {
  it('refuses who may not read instances, and says which permission is needed', async () => {
    const { instances } = await start([], {
      decide: permission => ({
        result:
          permission === instanceReadPermission.name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    const response = await instances('orders');
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('dapr-shared.instance.read');
  });

  it('keeps clusters and the raw words of API servers to those who may read clusters', async () => {
    const { get, instances } = await start(
      [{ name: 'eu', server: await apiServer(status(403, 'secret words')) }],
      {
        decide: permission => ({
          result:
            permission === clusterReadPermission.name
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      },
    );
    const body = await eventually(
      () => instances('orders'),
      inStates('forbidden'),
    );
    expect(JSON.stringify(body)).not.toContain('secret words');
    expect((await get('/clusters')).status).toBe(403);
  });

  it('asks who is calling', async () => {
    const { server } = await start([]);
    const response = await request(server)
      .get('/api/dapr-shared/v1/clusters')
      .set('authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });

  it('answers 404 for an entity that there is not', async () => {
    const { instances } = await start([]);
    expect((await instances('nothing')).status).toBe(404);
  });
});

describe('entities', () => {
  it('says that an entity names no app id', async () => {
    const { instances } = await start([]);
    expect((await instances('plain')).body).toEqual({
      annotated: false,
      items: [],
      clusters: [],
    });
  });
});

describe('routes', () => {
  const LONG = 'x'.repeat(5000);

  it.each([
    ['/entities/COMPONENT/Default/Orders/instances', 200],
    ['/entities/component/default/orders/instances?unknown=1&limit[]=x', 200],
    ['/entities/component/default/..%2f..%2fx/instances', 400],
    ['/entities/%2e%2e%2f/default/orders/instances', 400],
    ['/entities/component/default/a%00b/instances', 400],
    ['/entities/component/default/a:b/instances', 400],
    ['/entities/component/default/%E0%A4%A/instances', 400],
    ['/entities/component/default/LONG/instances', 400],
    ['/entities/component/LONG/orders/instances', 400],
    ['/entities/component/default/%20/instances', 400],
    ['/entities/component/default/nothing/instances', 404],
    ['/entities/nothing/default/orders/instances', 404],
    ['/entities/component/default/orders', 404],
    ['/entities/component//orders/instances', 404],
    ['/nothing', 404],
  ])('answers %s with %d', async (path, expected) => {
    const { get } = await start([]);
    const response = await get(path.replace('LONG', LONG));
    expect(response.status).toBe(expected);
  });

  it('takes no dots for a part of an entity, which would ask the catalog something else', async () => {
    const { server } = await start([]);
    // Sent as written: clients resolve dots before they send.
    for (const path of ['component/default/%2e%2e', '../default/orders']) {
      const response = await raw(server, `/api/dapr-shared/v1/entities/${path}/instances`); // prettier-ignore
      expect(response).toBe(400);
    }
  });

  it.each(['post', 'put', 'patch', 'delete'] as const)(
    'has nothing to %s',
    async method => {
      const { server } = await start([]);
      const response = await request(server)[method]('/api/dapr-shared/v1/clusters').set('authorization', mockCredentials.user.header()); // prettier-ignore
      expect(response.status).toBe(404);
    },
  );
});

describe('tokens', () => {
  // At the other end of the wire, no request may carry what the portal knows itself by.
  const backstageToken = /mock-|eyJ|plugin:/;
  const unauthenticated = /unauthenticated|unreachable/;

  it.each([
    [
      'serviceAccount',
      { serviceAccountToken: 'of-the-cluster' },
      'connected',
      true,
    ],
    ['localKubectlProxy', {}, 'connected', true],
    ['google', {}, 'needs-user', false],
    ['aks', {}, 'needs-user', false],
    // No cloud is here to give these a credential.
    ['aws', {}, unauthenticated, false],
    ['azure', {}, unauthenticated, false],
    ['googleServiceAccount', {}, unauthenticated, false],
  ])(
    'of Backstage never reach a cluster of %s',
    async (authProvider, extra, state, isAsked) => {
      const server = await apiServer();
      const { get } = await start([{ name: 'eu', server, authProvider, ...extra }]); // prettier-ignore
      const { items } =
        await eventually<{ items: { state: string; message?: string }[] }>( // prettier-ignore
          () => get('/clusters'),
          body => body.items?.length > 0 && !body.items[0]?.message?.startsWith('Not read'), // prettier-ignore
        );
      expect(items[0]?.state).toMatch(state);
      expect(server.requests.length > 0).toBe(isAsked);
      for (const { headers } of server.requests) {
        expect(headers.authorization ?? '').not.toMatch(backstageToken);
        expect(['', 'Bearer of-the-cluster']).toContain(headers.authorization ?? ''); // prettier-ignore
        expect(JSON.stringify(headers)).not.toMatch(backstageToken);
      }
      for (const { method } of server.requests) expect(method).toBe('GET');
    },
  );

  /** An auth provider of an adopter's own, as the Kubernetes plugin takes one. */
  const corporate = (credential: KubernetesCredential) =>
    createBackendModule({
      pluginId: 'kubernetes',
      moduleId: 'corporate',
      register({ registerInit }) {
        registerInit({
          deps: { strategies: kubernetesAuthStrategyExtensionPoint },
          async init({ strategies }) {
            strategies.addAuthStrategy('corporate', {
              getCredential: async () => credential,
              validateCluster: () => [],
              presentAuthMetadata: () => ({}),
            });
          },
        });
      },
    });
  const own: KubernetesCredential = {
    type: 'bearer token',
    token: 'corporate',
  };

  it.each<[string, KubernetesCredential, string[]]>([
    ['has a token of its own', own, []],
    ['has none, so that the proxy would send the portal’s', { type: 'anonymous' }, []], // prettier-ignore
    ['has none, where config trusts another by name', { type: 'anonymous' }, ['other']], // prettier-ignore
  ])(
    'never leave for an auth provider that config does not trust, and that %s',
    async (_, credential, trustedAuthProviders) => {
      const server = await apiServer();
      const { get } = await start(
        [{ name: 'eu', server, authProvider: 'corporate' }],
        {
          features: [corporate(credential)],
          daprShared: { clusters: { trustedAuthProviders } },
        },
      );
      const { items } =
        await eventually<{ items: { state: string; message?: string }[] }>( // prettier-ignore
          () => get('/clusters'),
          body => body.items?.[0]?.state === 'needs-user',
        );
      expect(items[0]?.message).toContain('trustedAuthProviders');
      expect(server.requests).toEqual([]);
    },
  );

  it('of its own reach a cluster whose auth provider config trusts', async () => {
    const server = await apiServer();
    const { instances } = await start(
      [{ name: 'eu', server, authProvider: 'corporate' }],
      {
        features: [corporate(own)],
        daprShared: { clusters: { trustedAuthProviders: ['corporate'] } },
      },
    );
    const body = await eventually(() => instances('orders'), connected);
    expect(body.items).toMatchObject([{ id: 'eu/shop/orders' }]);
    expect(server.requests).not.toEqual([]);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBe('Bearer corporate');
      expect(JSON.stringify(headers)).not.toMatch(backstageToken);
    }
  });
});
