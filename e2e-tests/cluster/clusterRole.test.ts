import { readFileSync } from 'node:fs';
import { type Cluster, connect } from './lib/client';
import { connection } from './lib/connection';
import { createLogReader, createReader } from './lib/reader';
import { send } from './lib/send';

let token: string;
let reader: Cluster;

beforeAll(async () => {
  token = await createReader(await connect());
  reader = await connect(token);
});

/** The status that the API server answers the reader with. */
async function statusOf(
  method: string,
  path: string,
  as = token,
): Promise<number> {
  const { url, caFile } = connection();
  const ca = readFileSync(caFile, 'utf8');
  return (await send(url + path, { ca, token: as, method })).status;
}

/** What an account is allowed, as the API server itself tells. */
async function allowedTo({ authorization }: Cluster): Promise<string[]> {
  const { status } = await authorization.createSelfSubjectRulesReview({
    body: { spec: { namespace: 'dapr-system' } },
  });
  // Everybody may ask what they may do.
  const rules = (status?.resourceRules ?? []).filter(
    rule => !rule.resources?.every(name => name.startsWith('selfsubject')),
  );
  return rules
    .flatMap(({ apiGroups, resources, verbs }) =>
      (resources ?? []).map(name => `${apiGroups}/${name}: ${verbs}`),
    )
    .sort();
}

describe('the shipped ClusterRole', () => {
  it.each([
    '/apis/apps/v1/deployments',
    '/apis/apps/v1/daemonsets',
    '/api/v1/pods',
    '/api/v1/nodes',
    '/api/v1/services',
    '/api/v1/events',
    '/apis/discovery.k8s.io/v1/endpointslices',
  ])('lets the portal list and watch %s', async path => {
    expect(await statusOf('GET', path)).toBe(200);
    const watch = `${path}?watch=true&timeoutSeconds=1`;
    expect(await statusOf('GET', watch)).toBe(200);
  });

  it.each([
    ['list Secrets', 'GET', '/api/v1/secrets'],
    ['read a Secret', 'GET', '/api/v1/namespaces/dapr-system/secrets/any'],
    ['list ConfigMaps', 'GET', '/api/v1/configmaps'],
    [
      'read a ConfigMap',
      'GET',
      '/api/v1/namespaces/dapr-system/configmaps/dapr-trust-bundle',
    ],
    ['reach into pods', 'GET', '/api/v1/namespaces/shop/pods/p:3501/proxy/v1.0/metadata'], // prettier-ignore
    ['read logs', 'GET', '/api/v1/namespaces/shop/pods/p/log'],
    ['run commands', 'POST', '/api/v1/namespaces/shop/pods/p/exec'],
    ['mint tokens', 'POST', '/api/v1/namespaces/shop/serviceaccounts/a/token'],
    ['create', 'POST', '/apis/apps/v1/namespaces/shop/deployments'],
    ['change', 'PATCH', '/apis/apps/v1/namespaces/shop/deployments/d'],
    ['scale', 'PUT', '/apis/apps/v1/namespaces/shop/deployments/d/scale'],
    ['delete', 'DELETE', '/apis/apps/v1/namespaces/shop/daemonsets/d'],
    ['delete all', 'DELETE', '/api/v1/namespaces/shop/pods'],
  ])('does not let the portal %s', async (_, method, path) => {
    expect(await statusOf(method, path)).toBe(403);
  });

  it('allows nothing else', async () => {
    expect(await allowedTo(reader)).toEqual([
      '/events: get,list,watch',
      '/nodes: get,list,watch',
      '/pods: get,list,watch',
      '/services: get,list,watch',
      'apps/daemonsets: get,list,watch',
      'apps/deployments: get,list,watch',
      'dapr.io/configurations: get,list,watch',
      'discovery.k8s.io/endpointslices: get,list,watch',
    ]);
  });
});

describe('the shipped ClusterRole for logs', () => {
  it('lets the portal read logs and nothing else', async () => {
    const logReader = await createLogReader(await connect());
    const log = '/api/v1/namespaces/shop/pods/p/log?container=daprd';
    // There is no such pod, which only they are told who may ask.
    expect(await statusOf('GET', log, logReader)).toBe(404);
    expect(await statusOf('GET', '/api/v1/pods', logReader)).toBe(403);
    expect(await allowedTo(await connect(logReader))).toEqual(['/pods/log: get']); // prettier-ignore
  });
});
