import { deliver, type KubeObject } from 'backstage-plugin-dapr-shared-common';
import { isDefined, validate } from './lib/definitions';
import { layout } from './lib/layout';
import { parseObjects } from './lib/objects';
import { chartVersions, planKinds, planOf, runtimeVersions } from './lib/plans';

const chartRepositories = [
  'oci://registry.example/mirror/dapr-shared-chart',
  'https://git.example/mirror/dapr-shared//chart/dapr-shared?ref=main',
];

const table = planKinds.flatMap(kind =>
  chartVersions.flatMap(chart =>
    runtimeVersions.flatMap(runtime =>
      (['flux', 'argocd'] as const).map(delivery => ({
        ...kind,
        chart,
        runtime,
        delivery,
      })),
    ),
  ),
);

function objectsOf(row: (typeof table)[number]): KubeObject[] {
  const plan = planOf(row, row.chart, row.runtime);
  return chartRepositories
    .flatMap(
      chartRepository =>
        deliver(row.delivery, plan, { ...layout, chartRepository }).files,
    )
    .filter(({ path }) => path.endsWith('.yaml') && path !== 'values.yaml')
    .flatMap(({ content }) => parseObjects(content))
    .filter(isDefined);
}

describe('the objects for the tools', () => {
  it.each(table)(
    '$title, chart $chart, daprd $runtime, by $delivery: are as their definitions say',
    async row => {
      const objects = objectsOf(row);
      expect(objects.map(({ kind }) => kind)).toEqual(
        row.delivery === 'flux'
          ? ['OCIRepository', 'HelmRelease', 'GitRepository', 'HelmRelease']
          : ['Application', 'Application'],
      );
      for (const object of objects) {
        await expect(validate(object)).resolves.toBeUndefined();
      }
    },
  );

  it('would not be taken with a field of another type', async () => {
    const release = {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'orders' },
      spec: { interval: '1h', install: { disableWait: 'yes' } },
    };
    await expect(validate(release)).rejects.toThrow('disableWait');
  });
});
