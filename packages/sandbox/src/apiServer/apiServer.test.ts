import { createConnection } from 'net';
import { asArray, at } from 'backstage-plugin-dapr-shared-common';
import { Cluster } from '../cluster';
import { toApiObject } from '../kube';
import { appObjects, instanceObjects } from '../testUtils/simulation';

const token = 'reader';
const since = new Date('2026-01-01T00:00:00Z');
const later = (seconds: number) => new Date(since.getTime() + seconds * 1000);

let cluster: Cluster;

beforeEach(async () => {
  cluster = await Cluster.start(
    { name: 'test', nodes: 3, dapr: '1.18.3' },
    { port: 0, token, since },
  );
  const objects = [...appObjects(2), ...instanceObjects()];
  const named = objects.map(object => toApiObject(object, 'test'));
  cluster.apply('test', named, since);
  for (let second = 0; second < 10; second++) cluster.tick(later(second));
});

afterEach(() => cluster.close());

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  return fetch(`${cluster.url}${path}`, { ...init, headers });
}

async function namesOf(path: string): Promise<unknown[]> {
  const items = asArray(at(await (await ask(path)).json(), 'items'));
  return items.map(item => at(item, 'metadata', 'name'));
}

function setFault(kind: string): Promise<Response> {
  const body = JSON.stringify({ kind });
  return fetch(`${cluster.url}/sandbox/fault`, { method: 'PUT', body });
}

describe('lists', () => {
  it.each([
    ['/apis/apps/v1/deployments', 'DeploymentList', 'apps/v1', 7],
    ['/apis/apps/v1/namespaces/shop/deployments', 'DeploymentList', 'apps/v1', 2], // prettier-ignore
    ['/apis/apps/v1/replicasets', 'ReplicaSetList', 'apps/v1', 7],
    ['/apis/apps/v1/daemonsets', 'DaemonSetList', 'apps/v1', 0],
    ['/api/v1/pods', 'PodList', 'v1', 8],
    ['/api/v1/nodes', 'NodeList', 'v1', 3],
    ['/api/v1/namespaces', 'NamespaceList', 'v1', 2],
    ['/api/v1/namespaces/shop/services', 'ServiceList', 'v1', 2],
    ['/apis/discovery.k8s.io/v1/endpointslices', 'EndpointSliceList', 'discovery.k8s.io/v1', 3], // prettier-ignore
    ['/apis/dapr.io/v1alpha1/configurations', 'ConfigurationList', 'dapr.io/v1alpha1', 1], // prettier-ignore
  ])('%s', async (path, kind, apiVersion, count) => {
    const body: unknown = await (await ask(path)).json();
    expect(body).toMatchObject({ kind, apiVersion });
    expect(at(body, 'metadata', 'resourceVersion')).toMatch(/^\d+$/);
    const items = asArray(at(body, 'items'));
    expect(items).toHaveLength(count);
    // A real server's items carry neither.
    expect(items.filter(item => at(item, 'kind'))).toEqual([]);
  });

  it('come in pages that make up the whole', async () => {
    const names: unknown[] = [];
    const left: unknown[] = [];
    let next = '';
    do {
      const query = next ? `&continue=${next}` : '';
      const page: unknown = await (await ask(`/api/v1/pods?limit=3${query}`)).json(); // prettier-ignore
      names.push(...asArray(at(page, 'items')).map(i => at(i, 'metadata', 'name'))); // prettier-ignore
      left.push(at(page, 'metadata', 'remainingItemCount'));
      next = String(at(page, 'metadata', 'continue') ?? '');
    } while (next);
    expect(left).toEqual([5, 2, undefined]);
    expect(names).toEqual(await namesOf('/api/v1/pods'));
  });

  it.each([
    ['app=orders', 2],
    ['app==orders', 2],
    ['app!=orders', 6],
    ['app in (orders, dapr-sentry)', 3],
    ['app in (orders),app notin (orders)', 0],
    ['dapr.io/app-id', 1],
    ['!app', 1],
    ['app=nothing', 0],
  ])('are selected by %s', async (labelSelector, count) => {
    const query = new URLSearchParams({ labelSelector });
    expect(await namesOf(`/api/v1/pods?${query}`)).toHaveLength(count);
  });

  it('do not tell how many are left where they are selected', async () => {
    const page: unknown = await (await ask('/api/v1/pods?limit=1&labelSelector=app')).json(); // prettier-ignore
    expect(at(page, 'metadata')).not.toHaveProperty('remainingItemCount');
    expect(at(page, 'metadata')).toHaveProperty('continue');
  });

  it.each(['limit=x', 'continue=x', 'labelSelector=a%3Db%3Dc%20d', 'watch=1'])(
    'refuse %s',
    async query => {
      const answer = await ask(`/api/v1/pods?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'BadRequest' }); // prettier-ignore
    },
  );
});

describe('single objects', () => {
  it('are whole', async () => {
    const answer = await ask('/apis/apps/v1/namespaces/dapr-system/deployments/dapr-operator'); // prettier-ignore
    expect(await answer.json()).toMatchObject({
      kind: 'Deployment',
      apiVersion: 'apps/v1',
      metadata: { labels: { 'app.kubernetes.io/version': '1.18.3' } },
      status: { readyReplicas: 1 },
    });
  });

  it('are 404 where there is none', async () => {
    const answer = await ask('/apis/apps/v1/namespaces/shop/deployments/none');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      reason: 'NotFound',
      message: 'deployments.apps "none" not found',
    });
  });

  it('can be a namespace or a node', async () => {
    expect((await ask('/api/v1/namespaces/shop')).status).toBe(200);
    expect((await ask('/api/v1/nodes/node-0')).status).toBe(200);
    expect((await ask('/version')).status).toBe(200);
    expect((await ask('/apis/apps/v1/statefulsets')).status).toBe(404);
  });
});

describe('a log', () => {
  const daprdOf = async () => {
    const query = 'labelSelector=dapr.io/app-id%3Dorders';
    const [name] = await namesOf(`/api/v1/namespaces/shop/pods?${query}`);
    return `/api/v1/namespaces/shop/pods/${name}/log?container=daprd`;
  };

  it('is text, cut to its last lines and to so many bytes', async () => {
    const path = await daprdOf();
    const answer = await ask(`${path}&tailLines=2`);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    const text = await answer.text();
    expect(text.split('\n').filter(Boolean)).toHaveLength(2);
    const cut = await ask(`${path}&tailLines=2&limitBytes=10`);
    expect(await cut.text()).toBe(text.slice(0, 10));
  });

  it('that is not there is refused in words', async () => {
    const previous = await ask(`${await daprdOf()}&previous=true`);
    expect(previous.status).toBe(400);
    expect(await previous.json()).toMatchObject({
      message: expect.stringMatching(/^previous terminated container "daprd" in pod .* not found$/), // prettier-ignore
    });
    const none = await ask('/api/v1/namespaces/shop/pods/none/log');
    expect(none.status).toBe(404);
  });
});

describe('the reader', () => {
  it.each([undefined, 'Bearer other', 'Basic cmVhZGVy'])(
    'is told 401 with %s',
    async authorization => {
      const headers: HeadersInit = authorization ? { authorization } : {};
      const answer = await fetch(`${cluster.url}/api/v1/pods`, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ reason: 'Unauthorized' });
    },
  );

  it.each(['secrets', 'configmaps'])('may not read %s', async plural => {
    const answer = await ask(`/api/v1/${plural}`);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({
      reason: 'Forbidden',
      message: `${plural} is forbidden: User "system:serviceaccount:portal:backstage" cannot list resource "${plural}" in API group "" at the cluster scope`,
    });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('may not %s', async method => {
    const path = '/apis/apps/v1/namespaces/shop/deployments/orders';
    expect((await ask(path, { method })).status).toBe(405);
    expect((await ask(path)).status).toBe(200);
  });
});

describe('faults', () => {
  it.each([
    ['forbidden', 403],
    ['unauthenticated', 401],
    ['throttle', 429],
  ])('%s', async (kind, status) => {
    await setFault(kind);
    const answer = await ask('/api/v1/pods');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ kind: 'Status', code: status });
    await setFault('none');
    expect((await ask('/api/v1/pods')).status).toBe(200);
  });

  it('throttle says when to come back', async () => {
    await setFault('throttle');
    const { headers } = await ask('/api/v1/pods');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuse drops the connection', async () => {
    await setFault('refuse');
    await expect(ask('/api/v1/pods')).rejects.toThrow('fetch failed');
  });

  it('hang never answers, and a hung request does not keep it from closing', async () => {
    await setFault('hang');
    const { port } = new URL(cluster.url);
    const socket = createConnection(Number(port), '127.0.0.1');
    const ended = new Promise<string>(resolve => {
      let received = '';
      socket.on('data', data => (received += data));
      socket.on('close', () => resolve(received));
    });
    socket.write('GET /api/v1/pods HTTP/1.1\r\nhost: x\r\n\r\n');
    // An answer to the switch shows that the request before it was taken.
    await setFault('hang');
    await cluster.close();
    expect(await ended).toBe('');
    cluster = await Cluster.start({ name: 'x', nodes: 0 }, { port: 0, token, since }); // prettier-ignore
  });

  it('refuses a fault it does not know', async () => {
    const answer = await setFault('explode');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('kind must be one of none, forbidden'); // prettier-ignore
  });
});
