import { deliver, finalObjects } from 'backstage-plugin-dapr-shared-common';
import type { KubernetesObject } from '@kubernetes/client-node';
import { apply, type Cluster, connect, namespace } from '../cluster/lib/client';
import { waitFor } from '../cluster/lib/waitFor';
import { layout } from './lib/layout';
import { parseManifests } from './lib/objects';
import { bundleDefinition } from './lib/bundle';
import {
  chartVersions,
  NAMESPACE,
  planKinds,
  planOf,
  runtimeVersions,
} from './lib/plans';

let cluster: Cluster;

beforeAll(async () => {
  cluster = await connect();
  await apply(cluster, namespace(NAMESPACE), bundleDefinition);
  // The new kind is served a moment after its definition was taken.
  await waitFor(() =>
    cluster.objects.list('trust.cert-manager.io/v1alpha1', 'Bundle'),
  );
});

/** `kubectl apply --server-side --dry-run=server` */
async function dryRun(manifest: KubernetesObject): Promise<KubernetesObject> {
  return cluster.objects.patch(
    manifest,
    undefined,
    'All',
    'delivery-tests',
    true,
    cluster.serverSideApply,
  );
}

const table = planKinds.flatMap(kind =>
  chartVersions.flatMap(chart =>
    runtimeVersions.map(runtime => ({ ...kind, chart, runtime })),
  ),
);

describe('the final objects', () => {
  it.each(table)(
    '$title, chart $chart, daprd $runtime: a real API server takes them',
    async row => {
      const plan = planOf(row, row.chart, row.runtime);
      const file = deliver('manifests', plan, layout).files.find(
        ({ path }) => path === 'objects.yaml',
      );
      const objects = parseManifests(file?.content ?? '');
      expect(objects).toEqual(finalObjects(plan));
      for (const object of objects) {
        await expect(dryRun(object)).resolves.toMatchObject({
          kind: object.kind,
          metadata: { name: object.metadata?.name },
        });
      }
    },
  );
});
