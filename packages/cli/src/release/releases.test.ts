import { stringify } from 'yaml';
import { parseDocuments } from '../input';
import { scopesOf } from '../scope';
import { releasesOf, valuesOf } from '.';

const shared = { appId: 'orders', remoteURL: 'orders.shop', remotePort: 8080 };

const helmRelease = (spec: Record<string, unknown>) => ({
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'orders', namespace: 'shop' },
  spec,
});
const chart = (version: string) => ({
  spec: { chart: 'dapr-shared-chart', version },
});
const application = (helm: unknown, more = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'orders', namespace: 'argocd' },
  spec: {
    destination: { namespace: 'shop' },
    source: { chart: 'dapr-shared-chart', targetRevision: '1.18.0', helm, ...more }, // prettier-ignore
  },
});

function read(...contents: unknown[]) {
  const documents = contents.flatMap(
    (content, index) =>
      parseDocuments({
        file: `${index}.yaml`,
        text: stringify(content),
        found: true,
      }).documents,
  );
  const [scope] = scopesOf(documents);
  if (!scope) throw new Error('nothing to read');
  const { releases, notes } = releasesOf(scope);
  return {
    notes,
    releases: releases.map(release => ({
      name: release.name,
      namespace: release.namespace,
      chartVersion: release.chartVersion,
      values: valuesOf(release),
    })),
  };
}

describe('a Flux HelmRelease', () => {
  it('holds its values inline', () => {
    const { releases } = read(
      helmRelease({ chart: chart('1.16.0'), values: { shared } }),
    );
    expect(releases).toEqual([
      {
        name: 'orders',
        namespace: 'shop',
        chartVersion: '1.16.0',
        values: { shared },
      },
    ]);
  });

  it.each([
    [{ targetNamespace: 'store' }, 'store-orders', 'store'],
    [{ targetNamespace: 'store', releaseName: 'o' }, 'o', 'store'],
    [{ releaseName: 'o' }, 'o', 'shop'],
  ])('with %j is release %s in %s', (spec, name, namespace) => {
    const { releases } = read(helmRelease({ ...spec, values: { shared } }));
    expect(releases).toMatchObject([{ name, namespace }]);
  });

  it('takes the version of the chart from its OCIRepository', () => {
    const { releases } = read(
      helmRelease({ chartRef: { name: 'chart' }, values: { shared } }),
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'OCIRepository',
        metadata: { name: 'chart' },
        spec: { url: 'oci://registry.example/x', ref: { tag: '1.18.0' } },
      },
    );
    expect(releases).toMatchObject([{ chartVersion: '1.18.0' }]);
  });

  it('lays its inline values over the file beside it', () => {
    const { releases } = read(
      helmRelease({
        chart: chart('1.16.0'),
        valuesFrom: [{ kind: 'ConfigMap', name: 'values' }],
        values: { shared: { remotePort: 9090 } },
      }),
      { shared },
    );
    expect(releases).toMatchObject([
      { values: { shared: { ...shared, remotePort: 9090 } } },
    ]);
  });

  it('whose values lie elsewhere is not checked, and that is said', () => {
    expect(
      read(
        helmRelease({
          chart: chart('1.16.0'),
          valuesFrom: [{ kind: 'ConfigMap', name: 'values' }],
        }),
      ),
    ).toEqual({
      releases: [],
      notes: [
        '0.yaml: its values are not in the input, so that it was not checked.',
      ],
    });
  });

  it('of another chart is passed over', () => {
    const other = { spec: { chart: 'redis' } };
    expect(read(helmRelease({ chart: other, values: { a: 1 } }))).toEqual({
      releases: [],
      notes: [],
    });
  });
});

describe('an Argo CD Application', () => {
  it.each([
    ['valuesObject', { valuesObject: { shared } }],
    ['values', { values: stringify({ shared }) }],
    [
      'parameters',
      {
        parameters: [
          { name: 'shared.appId', value: 'orders' },
          { name: 'shared.remoteURL', value: 'orders.shop' },
          { name: 'shared.remotePort', value: '8080' },
        ],
      },
    ],
  ])('holds its values as %s', (_, helm) => {
    expect(read(application(helm)).releases).toEqual([
      {
        name: 'orders',
        namespace: 'shop',
        chartVersion: '1.18.0',
        values: { shared },
      },
    ]);
  });

  it('may name its release', () => {
    const helm = { releaseName: 'o', valuesObject: { shared } };
    expect(read(application(helm)).releases).toMatchObject([{ name: 'o' }]);
  });

  it('takes the one file of values beside it', () => {
    const helm = { valueFiles: ['$values/x/values.yaml'] };
    expect(read(application(helm), { shared }).releases).toMatchObject([
      { namespace: 'shop', values: { shared } },
    ]);
  });

  it('from a branch names no version of the chart', () => {
    const git = { chart: undefined, path: 'chart/dapr-shared-chart' };
    const { releases } = read(application({ valuesObject: { shared } }, git));
    expect(releases).toMatchObject([{ chartVersion: undefined }]);
  });
});
