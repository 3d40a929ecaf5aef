import { deliveryKinds } from 'backstage-plugin-dapr-shared-common';
import { stringify } from 'yaml';
import { check, codes, delivered, names } from './__testUtils__/sources';

const shared = {
  appId: 'orders',
  remoteURL: 'orders.shop',
  remotePort: 8080,
  controlPlane: { sentry: { port: 443 } },
};
const values = stringify({ shared });

const workload = (namespace: string | undefined, extra = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'orders', ...(namespace ? { namespace } : {}), ...extra },
  spec: {
    selector: { matchLabels: { app: 'orders' } },
    template: {
      metadata: { annotations: { 'dapr.io/app-id': 'orders' } },
      spec: {
        containers: [
          {
            name: 'daprd',
            image: 'daprio/daprd:1.18.3',
            args: ['--app-id=orders', '--app-channel-address=orders.shop'],
          },
        ],
      },
    },
  },
});

describe('what the portal wrote', () => {
  it.each(deliveryKinds)('by delivery %s is one instance', kind => {
    const report = check(delivered(kind));
    expect(names(report)).toEqual(['shop/orders']);
    expect(report.results[0]?.assumed).toEqual([]);
    expect(report.notes).toEqual([]);
    expect(report.problems).toEqual([]);
  });

  it.each(deliveryKinds)('by delivery %s has its overlay', kind => {
    const hardened = { identity: { ca: { from: 'config-map', name: 'ca' } } } as const; // prettier-ignore
    const [plain, better] = [undefined, hardened].map(
      overlay => check(delivered(kind, overlay)).results[0]?.instance,
    );
    const initContainers = (instance: typeof plain) =>
      JSON.stringify(instance?.workloads[0].object).includes('initContainers":[{'); // prettier-ignore
    expect(initContainers(plain)).toBe(true);
    expect(initContainers(better)).toBe(false);
  });

  it.each(deliveryKinds)(
    'by delivery %s and misspelt by hand is told at its key',
    kind => {
      const written = delivered(kind);
      const file =
        Object.keys(written).find(f => f.endsWith('/values.yaml')) ?? '';
      const text = (written[file] ?? '').replace('  strategy:', '  stratgy: x\n  strategy:'); // prettier-ignore
      const report = check({ ...written, [file]: text });
      const typo = report.findings.find(
        ({ finding }) => finding.code === 'DS155',
      );
      const line = text.slice(0, text.indexOf('stratgy')).split('\n').length;
      expect(names(report)).toEqual(['shop/orders']);
      expect(typo?.location).toEqual({ file, line, column: 3 });
    },
  );
});

describe('values', () => {
  it('are rendered, and what is taken for granted is said', () => {
    const { results } = check({ 'values.yaml': values });
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      instance: { namespace: 'default', appId: 'orders' },
      location: { file: 'values.yaml', line: 2, column: 3 },
      assumed: [
        'namespace default',
        'chart 1.16.0',
        expect.stringMatching(/^release orders-/),
      ],
    });
    expect(results[0]).not.toHaveProperty('health');
  });

  it('take what the caller knows', () => {
    const facts = { namespace: 'shop', chartVersion: '1.18.0', release: 'o' };
    const [result] = check({ 'values.yaml': values }, facts).results;
    expect(result?.assumed).toEqual([]);
    expect(result?.instance).toMatchObject({
      namespace: 'shop',
      release: 'o',
      chart: { version: '1.18.0' },
    });
  });

  it('that render nothing are a result all the same', () => {
    const text = values.replace('  appId: orders\n', '');
    const report = check({ 'values.yaml': text });
    expect(names(report)).toEqual([undefined]);
    expect(codes(report)).toEqual(['DS157', 'DS158']);
  });

  it('of a wrapper chart are found under the name of the chart', () => {
    const text = stringify({ 'dapr-shared-chart': { shared }, other: 1 });
    const [result] = check({ 'values.yaml': text }).results;
    expect(result?.instance?.appId).toBe('orders');
    expect(result?.location).toMatchObject({ line: 3, column: 5 });
  });

  it('of other charts are passed over', () => {
    const text = stringify({ shared: { service: { type: 'ClusterIP' } } });
    expect(check({ 'values.yaml': text }).results).toEqual([]);
  });

  it('for two environments in one folder are two', () => {
    const report = check({ 'prod.yaml': values, 'staging.yaml': values });
    expect(names(report)).toEqual(['default/orders', 'default/orders']);
  });
});

describe('objects', () => {
  const text = stringify(workload('shop'));

  it('of several files in a folder are evidence for one another', () => {
    const secondOfTwo = { ...workload('shop'), kind: 'Deployment' };
    const report = check({
      'a/daemonset.yaml': text,
      'a/deployment.yaml': stringify(secondOfTwo),
    });
    expect(report.results[0]?.instance?.workloads).toHaveLength(2);
    expect(report.results).toHaveLength(1);
  });

  it('that two files of a folder define are of two clusters', () => {
    const report = check({ 'prod.yaml': text, 'staging.yaml': text });
    expect(names(report)).toEqual(['shop/orders', 'shop/orders']);
    expect(report.results.map(r => r.instance?.workloads.length)).toEqual([1, 1]); // prettier-ignore
  });

  it('of different folders do not mix', () => {
    const report = check({ 'prod/a.yaml': text, 'staging/a.yaml': text });
    expect(report.results).toHaveLength(2);
  });

  it('without a namespace go where the caller says', () => {
    const bare = stringify(workload(undefined));
    expect(check({ 'a.yaml': bare }).results[0]?.assumed).toEqual([
      'namespace default',
    ]);
    expect(names(check({ 'a.yaml': bare }, { namespace: 'shop' }))).toEqual([
      'shop/orders',
    ]);
  });

  it('that a cluster answered have a health, in lists too', () => {
    const item = workload('shop', { uid: '1', generation: 1 });
    const list = { apiVersion: 'v1', kind: 'List', items: [{}, item] };
    const dump = JSON.stringify(list, undefined, 1);
    const [result] = check({ 'dump.json': dump }).results;
    expect(result?.health?.status).toBe('progressing');
    const line =
      dump.slice(0, dump.indexOf('"apps/v1"')).split('\n').length - 1;
    expect(result?.location).toEqual({ file: 'dump.json', line, column: 3 });
  });
});

it('repeats no secret, even where a finding does', () => {
  const text = stringify({
    shared: { ...shared, remoteURL: 'http://s3cret-token@orders', daprd: { token: 's3cret-token' } }, // prettier-ignore
  });
  const report = check({ 'values.yaml': text });
  const said = report.findings.map(({ finding }) => finding);
  expect(said).not.toEqual([]);
  expect(JSON.stringify(said)).not.toContain('s3cret');
});
