import {
  asArray,
  assess,
  at,
  DEFAULT_INSTANCE_PATH,
  inspect,
  readControlPlane,
} from 'backstage-plugin-dapr-shared-common';
import { type Sandbox, startSandbox } from '.';
import { appFiles, instanceFiles } from './seed/files';

// The whole sandbox starts in the hooks, with Git as a program of its own.
jest.setTimeout(60_000);

let now = new Date('2026-01-01T12:00:00Z');
let sandbox: Sandbox;

beforeEach(async () => {
  now = new Date('2026-01-01T12:00:00Z');
  sandbox = await startSandbox({
    gitHostPort: 0,
    clusterPorts: { 'prod-eu': 0, staging: 0, lab: 0 },
    clock: { now: () => now, every: () => () => {} },
  });
});

afterEach(() => sandbox.close());

function wait(seconds: number): void {
  for (let second = 0; second < seconds; second++) {
    now = new Date(now.getTime() + 1000);
    sandbox.tick();
  }
}

/** How every instance of a cluster does, by app id, as the objects alone tell. */
function instancesOf(name: string) {
  const { store } = sandbox.clusters.get(name) ?? {};
  const list = (kind: string) => store?.list(kind) ?? [];
  const objects = store?.all() ?? [];
  return Object.fromEntries(
    inspect(objects).map(instance => {
      const { health, findings } = assess({
        instance,
        now,
        pods: list('Pod'),
        services: list('Service'),
        endpointSlices: list('EndpointSlice'),
        events: list('Event'),
        controlPlane: readControlPlane(objects),
      });
      const { strategy, source } = instance;
      const codes = findings.map(({ code }) => code);
      return [instance.appId, { strategy, source, ...health, codes }];
    }),
  );
}

async function api(method: string, path: string, body?: unknown) {
  const response = await fetch(`${sandbox.gitHost.url}/api/v1${path}`, {
    method,
    headers: { authorization: 'token sandbox', 'content-type': 'application/json' }, // prettier-ignore
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return response.status;
}

/** Proposes files, merges them, and lets nothing else happen. */
async function propose(
  repo: string,
  branch: string,
  files: { path: string; content?: string; operation: string }[],
): Promise<void> {
  const encoded = files.map(({ content = '', ...file }) => ({
    ...file,
    content: Buffer.from(content).toString('base64'),
  }));
  const contents = { branch: 'main', new_branch: branch, files: encoded, message: branch }; // prettier-ignore
  expect(await api('POST', `/repos/${repo}/contents`, contents)).toBe(201);
  const pull = { base: 'main', head: branch, title: branch };
  expect(await api('POST', `/repos/${repo}/pulls`, pull)).toBe(201);
  const number = sandbox.gitHost.forge
    .repository(repo.split('/')[0] ?? '', repo.split('/')[1] ?? '')
    .pulls.find(found => found.head === branch)?.number;
  const merge = `/repos/${repo}/pulls/${number}/merge`;
  expect(await api('POST', merge, { Do: 'merge' })).toBe(200);
}

it('starts with instances in different states, for different reasons', () => {
  expect(instancesOf('prod-eu')).toMatchObject({
    orders: { strategy: 'daemonset', status: 'healthy', summary: 'All 3 ready.' }, // prettier-ignore
    checkout: { strategy: 'deployment', status: 'degraded', reason: 'NotReady' }, // prettier-ignore
    inventory: { status: 'degraded', reason: 'NotReady' },
    cart: { status: 'degraded', reason: 'CrashLoopBackOff' },
    search: { status: 'degraded', reason: 'NotReady' },
    pricing: { status: 'degraded', reason: 'OOMKilled' },
    notifications: { status: 'degraded', reason: 'Duplicate' },
    loyalty: { status: 'healthy', codes: [] },
  });
  expect(instancesOf('staging')).toMatchObject({
    checkout: { status: 'healthy' },
    payments: { status: 'degraded', reason: 'ImagePullBackOff' },
    catalog: { status: 'degraded', reason: 'CrashLoopBackOff' },
    shipping: { status: 'degraded', reason: 'CrashLoopBackOff' },
    reviews: { status: 'degraded', reason: 'CrashLoopBackOff' },
  });
  expect(instancesOf('lab')).toEqual({});
  expect(instancesOf('prod-eu').orders?.source).toBe(
    `${sandbox.gitHost.url}/platform/gitops#main:clusters/prod-eu/shop/dapr-shared/orders`,
  );
});

it('stays as it is for hours', () => {
  now = new Date(now.getTime() + 3 * 3_600_000);
  wait(2);
  expect(instancesOf('prod-eu')).toMatchObject({
    orders: { status: 'healthy' },
    checkout: { status: 'degraded' },
    inventory: { status: 'degraded' },
  });
});

describe('what is merged', () => {
  const seeded = {
    cluster: 'staging',
    appId: 'returns',
    strategy: 'deployment',
    replicas: 2,
  } as const;
  const controlPlane = {
    namespace: 'dapr-system',
    version: '1.17.13',
    trustDomain: 'cluster.local',
    mtls: true,
  };

  const toCreate = (file: { path: string; content: unknown }) => ({
    path: file.path,
    content: String(file.content),
    operation: 'create',
  });

  function filesOf() {
    const place = {
      name: 'platform',
      repository: `${sandbox.gitHost.url}/platform/gitops`,
      branch: 'main',
      path: DEFAULT_INSTANCE_PATH,
    };
    return instanceFiles(seeded, place, { controlPlane }).map(toCreate);
  }

  it('goes to its cluster and becomes healthy once its app is there', async () => {
    await propose('platform/gitops', 'returns', filesOf());
    wait(1);
    expect(instancesOf('staging').returns?.status).toBe('progressing');
    wait(65);
    expect(instancesOf('staging').returns).toMatchObject({ reason: 'NotReady' }); // prettier-ignore
    await api('POST', '/orgs/services/repos', { name: 'returns' });
    const repository = sandbox.gitHost.forge.repository('services', 'returns');
    await repository.git.write({
      branch: 'main',
      changes: appFiles(seeded),
      message: 'initial commit',
      author: { name: 'Tester', email: 'tester@example.invalid' },
    });
    await sandbox.gitHost.forge.pushed(repository);
    wait(8);
    expect(instancesOf('staging').returns).toMatchObject({
      status: 'healthy',
      summary: 'All 2 ready.',
    });
    expect(instancesOf('prod-eu').returns).toBeUndefined();
  });

  it('leaves the clean-up hook out and carries the overlay', async () => {
    const { store } = sandbox.clusters.get('prod-eu') ?? {};
    const names = store?.list('Pod').map(pod => pod.metadata.name);
    expect(names?.filter(name => name.startsWith('delete-cm'))).toEqual([]);
    const daemonSet = store
      ?.list('DaemonSet')
      .find(({ metadata }) => metadata.name.startsWith('orders-'));
    const containers = at(daemonSet, 'spec', 'template', 'spec', 'containers');
    const [daprd] = asArray(containers);
    expect(asArray(at(daprd, 'args')).join(' ')).toContain('--scheduler-host-address='); // prettier-ignore
    expect(at(daprd, 'startupProbe')).toBeDefined();
  });

  it('mends what was broken', async () => {
    const path = 'clusters/prod-eu/shop/dapr-shared/checkout/values.yaml';
    const { git } = sandbox.gitHost.forge.repository('platform', 'gitops');
    const head = (await git.resolve('main')) ?? '';
    const before = String(await git.read(head, path));
    const content = before.replace('port: 80\n', 'port: 443\n');
    await propose('platform/gitops', 'mend', [{ path, content, operation: 'update' }]); // prettier-ignore
    wait(8);
    expect(instancesOf('prod-eu').checkout).toMatchObject({ status: 'healthy' }); // prettier-ignore
  });

  it('removes what has vanished', async () => {
    const { git } = sandbox.gitHost.forge.repository('platform', 'gitops');
    const head = (await git.resolve('main')) ?? '';
    const folder = 'clusters/prod-eu/shop/dapr-shared/orders';
    const files = (await git.list(head, folder)) ?? [];
    await propose('platform/gitops', 'remove', files.map(({ path }) => ({ path, operation: 'delete' }))); // prettier-ignore
    wait(1);
    expect(instancesOf('prod-eu')).toHaveProperty('checkout');
    expect(instancesOf('prod-eu')).not.toHaveProperty('orders');
    const { store } = sandbox.clusters.get('prod-eu') ?? {};
    expect(store?.get('Service', 'shop', 'orders')).toBeDefined();
    expect(store?.get('Service', 'shop', 'orders-dapr')).toBeUndefined();
  });

  it('says why a folder cannot be applied, and leaves the rest alone', async () => {
    const path = 'clusters/prod-eu/shop/dapr-shared/orders/values.yaml';
    await propose('platform/gitops', 'break', [{ path, content: 'shared: {}\n', operation: 'update' }]); // prettier-ignore
    wait(1);
    expect(instancesOf('prod-eu')).toMatchObject({ orders: { status: 'healthy' } }); // prettier-ignore
    const page = await fetch(`${sandbox.gitHost.url}/sandbox`);
    expect(await page.text()).toContain('shared.appId is required');
  });
});
