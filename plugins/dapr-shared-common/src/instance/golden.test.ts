import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { inspect } from '.';

/** Where each chart version's output lies, and which daprd it runs by default. */
const own = (version: string) =>
  join(__dirname, '__fixtures__', 'golden', version);
const charts = (version: string) =>
  join(__dirname, '..', 'chart', '__fixtures__', `golden-${version}`);

const versions = [
  { version: '0.0.1', name: 'dapr-ambient', daprd: '1.11.0', folder: own },
  { version: '0.0.2', name: 'dapr-ambient-chart', daprd: '1.11.0', folder: own }, // prettier-ignore
  { version: '0.0.3', name: 'dapr-ambient-chart', daprd: '1.11.0', folder: own }, // prettier-ignore
  { version: '0.0.4', daprd: '1.11.0', folder: own },
  { version: '0.0.8', daprd: '1.12.3', folder: own },
  { version: '0.0.9', daprd: '1.12.3', folder: own },
  { version: '0.0.10', daprd: '1.12.3', folder: own },
  { version: '0.0.11', daprd: '1.12.3', folder: own },
  { version: '0.0.12', daprd: '1.12.3', folder: own },
  { version: '0.0.13', daprd: '1.12.3', folder: own },
  { version: '0.0.14', daprd: '1.13.2', folder: own },
  { version: '0.0.15', daprd: '1.13.5', folder: own },
  { version: '0.0.16', daprd: '1.15.7', folder: charts },
  { version: '1.16.0', daprd: '1.15.7', folder: charts },
  { version: '1.18.0', daprd: '1.18.0', folder: charts },
];

/** What every case has that says nothing else. */
const usual = {
  namespace: 'shop',
  appId: 'orders',
  strategy: 'daemonset',
  replicas: undefined as number | undefined,
  appChannel: {
    host: 'orders.shop.svc.cluster.local' as string | undefined,
    port: 8080,
    protocol: 'http',
  },
  release: 'orders',
};

const deployment = (replicas: number) => ({ strategy: 'deployment', replicas });
const channel = (change: object) => ({
  appChannel: { ...usual.appChannel, ...change },
});

/** Where a case differs from the usual; null: Helm refuses or renders no workload. */
const differing: Readonly<Record<string, object | null | undefined>> = {
  affinity: deployment(1),
  'app-id-63': { appId: 'o'.repeat(63) },
  'app-id-missing': null,
  'app-id-number': { appId: '12345' },
  'app-id-uppercase': { appId: 'Orders.API' },
  'caller-only': { appId: 'reporter', ...deployment(1), appChannel: { port: 0, protocol: 'http' } }, // prettier-ignore
  'custom-images': { daprdVersion: '1.15.7-mariner' },
  deployment: deployment(1),
  'deployment-0-replicas': deployment(1),
  'deployment-3-replicas': deployment(3),
  everything: { ...deployment(2), ...channel({ protocol: 'grpc' }), daprdVersion: '1.15.9' }, // prettier-ignore
  'grpc-app': { ...deployment(1), ...channel({ port: 9000, protocol: 'grpc' }) }, // prettier-ignore
  'long-app-id': { appId: 'aaaaaaaaaaaaaaaaaaaa-very-long-application-identifier-zzzzzzzzzzzzzzzzzzzz' }, // prettier-ignore
  'long-release-name': { release: 'orders-for-the-shop-in-the-north-region-production-eu' }, // prettier-ignore
  'remote-port-null': null,
  'remote-port-unset': { ...deployment(1), ...channel({ port: 0 }) },
  'remote-url-ip': channel({ host: '10.20.30.40', port: 80 }),
  'strategy-capitalised': null,
  'unknown-strategy': null,
};

/** An empty image tag renders one only from the chart that has an appVersion. */
const differingByVersion: typeof differing = {
  '1.16.0/image-tag-empty': { daprdVersion: undefined },
};

function manifest(folder: string, name: string): unknown[] {
  const path = name.endsWith('.yaml')
    ? join(folder, name)
    : join(folder, name, 'manifest.yaml');
  // YAML 1.1, as Helm and Kubernetes read it.
  return parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' }).map(
    document => document.toJS(),
  );
}

const cases = versions.flatMap(
  ({ version, name = 'dapr-shared-chart', daprd, folder }) =>
    readdirSync(folder(version)).map(file => {
      const title = file.replace('.yaml', '');
      const special = differing[title];
      const expected =
        special === null
          ? undefined
          : {
              ...usual,
              chart: { name, version },
              daprdVersion: daprd,
              ...special,
              ...differingByVersion[`${version}/${title}`],
            };
      return { version, title, folder: folder(version), file, expected };
    }),
);

describe('inspect reads every published chart', () => {
  it('has the cases of 15 versions', () => {
    expect(new Set(cases.map(c => c.version)).size).toBe(15);
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(cases.filter(c => c.expected))(
    '$version, $title',
    ({ folder, file, expected }) => {
      const found = inspect(manifest(folder, file), { namespace: 'shop' });
      expect(
        found.map(({ workloads, ...instance }) => ({
          namespace: instance.namespace,
          appId: instance.appId,
          strategy: instance.strategy,
          replicas: workloads[0].replicas.desired,
          appChannel: instance.appChannel,
          release: instance.release,
          chart: instance.chart,
          daprdVersion: instance.daprdVersion,
        })),
      ).toEqual([expected]);
    },
  );

  it.each(
    cases.filter(
      c => !c.expected && !['app-id-missing', 'remote-port-null'].includes(c.title), // prettier-ignore
    ),
  )('$version, $title: no workload, no instance', ({ folder, file }) => {
    expect(inspect(manifest(folder, file))).toEqual([]);
  });
});
