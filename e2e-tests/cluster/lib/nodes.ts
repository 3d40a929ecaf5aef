import { apply, type Cluster } from './client';

/** Nodes `node-1` to `node-N`, of which some report that they are ready. */
export async function addNodes(
  cluster: Cluster,
  count: { total: number; ready: number },
): Promise<void> {
  const { core, merge } = cluster;
  for (let index = 1; index <= count.total; index++) {
    const name = `node-${index}`;
    await apply(cluster, { apiVersion: 'v1', kind: 'Node', metadata: { name } }); // prettier-ignore
    const condition = {
      type: 'Ready',
      status: index <= count.ready ? 'True' : 'False',
    };
    const body = { status: { conditions: [condition] } };
    await core.patchNodeStatus({ name, body }, merge);
  }
}
