import {
  asArray,
  at,
  type ControlPlane,
  inspect,
  type Instance,
  type KubeObject,
  readControlPlane,
  readMtls,
} from 'backstage-plugin-dapr-shared-common';
import type { ReadFailure } from 'backstage-plugin-dapr-shared-node';
import { type Evidence, type EvidenceOptions, readEvidence } from './evidence';
import { type Get, listAll, type ListResult } from './list';
import { type FindPods, indexPods } from './podIndex';
import { podSelectors } from './podQueries';

/** What one read of a cluster found. */
export interface ClusterSnapshot {
  instances: Instance[];
  /** Where pods may not be read, health goes by the workloads alone. */
  podsOf: FindPods;
  controlPlane: ControlPlane | null;
  nodes?: { ready: number; total: number };
  evidence: Evidence;
  /** How many items of its lists were no objects. */
  skipped: number;
}

export type SnapshotResult =
  | { ok: true; snapshot: ClusterSnapshot }
  | { ok: false; failure: ReadFailure };

/**
 * Reads all that is wanted of a cluster. What it cannot do without are
 * Deployments and DaemonSets; the rest is left out where it may not be read.
 */
export async function readCluster(
  get: Get,
  options: EvidenceOptions,
): Promise<SnapshotResult> {
  const [deployments, daemonSets, nodes] = await Promise.all([
    listAll(get, '/apis/apps/v1/deployments', 'Deployment'),
    listAll(get, '/apis/apps/v1/daemonsets', 'DaemonSet'),
    listAll(get, '/api/v1/nodes', 'Node'),
  ]);
  if (!deployments.ok) return deployments;
  if (!daemonSets.ok) return daemonSets;
  const instances = inspect([...deployments.items, ...daemonSets.items]);
  const [pods, controlPlane] = await Promise.all([
    listPods(get, instances),
    withDetails(get, readControlPlane(deployments.items)),
  ]);
  // A cluster that stopped answering half way has not been read.
  const lost = [pods, nodes].find(
    result => !result.ok && result.failure.state !== 'forbidden',
  );
  if (lost && !lost.ok) return lost;
  const podsOf = pods.ok ? indexPods(pods.items) : () => undefined;
  const found = { instances, podsOf };
  return {
    ok: true,
    snapshot: {
      ...found,
      controlPlane,
      evidence: await readEvidence(get, found, options),
      skipped: [deployments, daemonSets, nodes, pods].reduce(
        (sum, list) => sum + (list.ok ? list.skipped : 0),
        0,
      ),
      ...(nodes.ok ? { nodes: countNodes(nodes.items) } : {}),
    },
  };
}

async function listPods(
  get: Get,
  instances: readonly Instance[],
): Promise<ListResult> {
  const items: KubeObject[] = [];
  let skipped = 0;
  for (const labelSelector of podSelectors(instances)) {
    const result = await listAll(get, '/api/v1/pods', 'Pod', { labelSelector });
    if (!result.ok) return result;
    // Not spread into one call: a long list would exceed its arguments.
    for (const item of result.items) items.push(item);
    skipped += result.skipped;
  }
  return { ok: true, items, skipped };
}

/** What its Deployments do not tell. */
async function withDetails(
  get: Get,
  controlPlane: ControlPlane | null,
): Promise<ControlPlane | null> {
  if (!controlPlane) return null;
  const namespace = encodeURIComponent(controlPlane.namespace);
  const [configuration, scheduler] = await Promise.all([
    get(`/apis/dapr.io/v1alpha1/namespaces/${namespace}/configurations/daprsystem`), // prettier-ignore
    // Its address is that of a pod behind this Service.
    get(`/api/v1/namespaces/${namespace}/services/dapr-scheduler-server`),
  ]);
  return {
    ...controlPlane,
    ...(configuration.ok ? readMtls(configuration.body) : {}),
    ...(scheduler.ok ? { scheduler: true } : {}),
    ...(!scheduler.ok && scheduler.failure.status === 404 ? { scheduler: false } : {}), // prettier-ignore
  };
}

function countNodes(nodes: readonly KubeObject[]) {
  const ready = nodes.filter(node =>
    asArray(at(node, 'status', 'conditions')).some(
      c => at(c, 'type') === 'Ready' && at(c, 'status') === 'True',
    ),
  );
  return { ready: ready.length, total: nodes.length };
}
