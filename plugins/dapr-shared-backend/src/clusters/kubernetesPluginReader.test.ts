import { mockServices } from '@backstage/backend-test-utils';
import { type ApiServer, startApiServer } from '../testUtils/apiServer';
import { KubernetesPluginReader } from './kubernetesPluginReader';

const { signal } = new AbortController();
const eu = { name: 'eu', title: 'eu' };
let plugin: ApiServer;

/** Answers in place of the Kubernetes plugin: its list, and all else with this. */
const plain =
  (status: number, body: string): ApiServer['answer'] =>
  (request, response) => {
    const isList = request.url === '/clusters';
    response.writeHead(isList ? 200 : status);
    response.end(
      isList
        ? JSON.stringify({ items: [{ name: 'eu', authProvider: 'serviceAccount' }] }) // prettier-ignore
        : body,
    );
  };

beforeEach(async () => {
  plugin = await startApiServer(plain(200, '{}'));
});
afterEach(() => plugin.close());

function create(requestTimeoutMs = 5000) {
  return KubernetesPluginReader.create({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => plugin.url,
    }),
    requestTimeoutMs,
    trustedAuthProviders: [],
  });
}

describe('listClusters', () => {
  const list = (body: unknown, status = 200) => {
    plugin.answer = (_request, response) => {
      response.writeHead(status);
      response.end(JSON.stringify(body));
    };
    return create().listClusters({ signal });
  };

  it('gives names and titles, and passes over what is no cluster', async () => {
    const items = [{ name: 'eu', title: 'Europe' }, { name: 'us' }, null, {}, { name: 7 }]; // prettier-ignore
    expect(await list({ items })).toEqual([
      { name: 'eu', title: 'Europe' },
      { name: 'us', title: 'us' },
    ]);
  });

  it.each([
    [404, 'clusterLocatorMethods'],
    [500, 'status 500'],
    [401, 'status 401'],
  ])('says what to configure on a %d', async (status, message) => {
    await expect(list({}, status)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining(message),
    });
  });

  it.each([[{}], [null], [[]], ['text']])(
    'does not take %j for a list without clusters, which would forget them all',
    async body => {
      await expect(list(body)).rejects.toThrow(/does not list/);
    },
  );

  it('says that the plugin does not answer', async () => {
    plugin.answer = request => request.socket.destroy();
    await expect(create().listClusters({ signal })).rejects.toThrow(
      /does not answer/,
    );
  });
});

describe('get', () => {
  async function get(
    path: string,
    answer: ApiServer['answer'],
    timeout?: number,
  ) {
    // prettier-ignore
    plugin.answer = answer;
    const reader = create(timeout);
    await reader.listClusters({ signal });
    plugin.requests.length = 0;
    return reader.get(eu, path, { signal });
  }

  it('asks the proxy, and hands over what it says', async () => {
    const path = '/api/v1/pods?labelSelector=app+in+%28a..b%2Cc%29&limit=500';
    expect(await get(path, plain(200, '{"items":[]}'))).toEqual({
      ok: true,
      body: { items: [] },
    });
    expect(plugin.requests).toMatchObject([
      {
        method: 'GET',
        url: `/proxy${path}`,
        headers: {
          'backstage-kubernetes-cluster': 'eu',
          'accept-encoding': 'identity',
        },
      },
    ]);
  });

  it('hands over a text as it is, where one is asked for', async () => {
    plugin.answer = plain(200, 'a line\n{"level":"fatal"}\n');
    const reader = create();
    await reader.listClusters({ signal });
    const path = '/api/v1/namespaces/shop/pods/p/log?container=daprd';
    expect(await reader.get(eu, path, { signal, as: 'text' })).toEqual({
      ok: true,
      body: 'a line\n{"level":"fatal"}\n',
    });
    expect(plugin.requests[1]?.headers.accept).toBe('application/json, */*');
  });

  it.each([
    '/clusters',
    '/apix',
    'http://elsewhere/api',
    '//elsewhere/api',
    '/api/../clusters',
    '/api/%2e%2e/clusters',
    '/api/.%2E/clusters',
    '/api/..\\clusters',
    '/api/v1/\n/pods',
    '/api#',
  ])('sends nothing for %j, which leads elsewhere', async path => {
    await expect(get(path, plain(200, '{}'))).rejects.toThrow(TypeError);
    expect(plugin.requests).toEqual([]);
  });

  it('asks nothing of a cluster that is not in the list', async () => {
    const result = await create().get(eu, '/api', { signal });
    expect(result).toMatchObject({ failure: { state: 'needs-user' } });
    expect(plugin.requests).toEqual([]);
  });

  it.each<[string, ApiServer['answer'], RegExp]>([
    ['is cut off', plain(200, '{"items":['), /cut off/],
    ['is no JSON', plain(200, '<html>'), /not JSON/],
    ['redirects', (request, response) => {
      if (request.url === '/clusters') return plain(200, '')(request, response);
      response.writeHead(302, { location: 'http://127.0.0.1:9/' });
      return response.end();
    }, /connection failed/],
    ['resets', (request, response) => {
      if (request.url === '/clusters') return plain(200, '')(request, response);
      return request.socket.destroy();
    }, /connection failed/],
    ['stops half way', (request, response) => {
      if (request.url === '/clusters') return plain(200, '')(request, response);
      response.writeHead(200);
      return response.write('{"items":[');
    }, /not answer within 0\.2 s/],
  ])('takes an answer that %s as a failure of the cluster', async (_, answer, message) => {
    const result = await get('/api', answer, 200);
    expect(result).toMatchObject({
      ok: false,
      failure: { state: 'unreachable', message: expect.stringMatching(message) },
    });
  }); // prettier-ignore
});
