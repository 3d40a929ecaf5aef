import { join } from 'node:path';
import {
  addToKustomization,
  deliver,
  deliveryKinds,
  finalObjects,
  instanceFolder,
  parentFolders,
} from 'backstage-plugin-dapr-shared-common';
import { newFolder, removeFolders, write } from './lib/checkout';
import { layout } from './lib/layout';
import { comparable } from './lib/objects';
import {
  chartVersions,
  NAMESPACE,
  planKinds,
  planOf,
  runtimeVersions,
} from './lib/plans';
import { reconcile } from './lib/reconcile';
import { printTable, proven } from './lib/report';
import { kustomizeBuild } from './lib/tools';

afterEach(removeFolders);
afterAll(printTable);

const table = planKinds.flatMap(kind =>
  chartVersions.flatMap(chart =>
    runtimeVersions.flatMap(runtime =>
      deliveryKinds.map(delivery => ({ ...kind, chart, runtime, delivery })),
    ),
  ),
);

describe('a delivery, built by its tools', () => {
  it.each(table)(
    '$title, chart $chart, daprd $runtime, by $delivery: comes to the objects of the plan',
    row => {
      const plan = planOf(row, row.chart, row.runtime);
      const made = deliver(row.delivery, plan, layout);
      const root = newFolder();
      const place = instanceFolder(layout, {
        ...plan.target,
        appId: plan.appId,
      });
      const folder = join(root, place);
      write(folder, ...made.files);
      const { objects, values } = reconcile[row.delivery](plan, folder, made);
      expect(comparable(objects, NAMESPACE)).toEqual(
        comparable(finalObjects(plan), NAMESPACE),
      );
      expect(values).toEqual(plan.values.data);
      proven(row, row.delivery, made);
    },
  );

  const applied = table.filter(({ delivery }) => delivery !== 'helm');

  it.each(applied)(
    '$title, chart $chart, daprd $runtime, by $delivery: is the same below a folder that lists what it applies',
    row => {
      const plan = planOf(row, row.chart, row.runtime);
      const root = newFolder();
      const place = instanceFolder(layout, {
        ...plan.target,
        appId: plan.appId,
      });
      write(join(root, place), ...deliver(row.delivery, plan, layout).files);
      const [parent] = parentFolders(place);
      const listed = '# Listed by hand.\nresources: []\n';
      write(join(root, parent?.folder ?? ''), {
        path: 'kustomization.yaml',
        content: addToKustomization(listed, parent?.entry ?? ''),
      });
      expect(kustomizeBuild(join(root, parent?.folder ?? ''))).toEqual(
        kustomizeBuild(join(root, place)),
      );
    },
  );
});
