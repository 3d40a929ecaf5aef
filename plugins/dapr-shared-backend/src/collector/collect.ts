import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterInfo,
  ClusterReader,
  ReadResult,
} from 'backstage-plugin-dapr-shared-node';
import type { Store } from '../store';
import type { Refusals } from './evidence';
import { readCluster } from './readCluster';
import { toRecords } from './toRecords';

/**
 * Reads a cluster once and stores what was found, or why it could not be read.
 *
 * @returns how many things were passed over because they could not be read
 */
export async function collect(
  options: {
    reader: ClusterReader;
    store: Store;
    logger: LoggerService;
    now: () => Date;
    /** Whether to read last log lines of pods in trouble. */
    logs: boolean;
    refusals: Refusals;
  },
  cluster: ClusterInfo,
  signal: AbortSignal,
): Promise<
  { ok: true; skipped: number } | { ok: false; retryAfterMs?: number }
> {
  const { reader, store, logger, logs, refusals } = options;
  const result = await readCluster(
    (path, as) => read(() => reader.get(cluster, path, { signal, as })),
    { now: options.now(), logs, refusals },
  );
  if (signal.aborted) return { ok: false };
  const now = options.now();
  if (!result.ok) {
    const { state, message, detail, retryAfterMs } = result.failure;
    const changed = await store.saveFailure(cluster.name, { state, message, detail, now }); // prettier-ignore
    if (changed) logger.warn(`Cluster ${cluster.name} is ${state}: ${message}`);
    return { ok: false, retryAfterMs };
  }
  const { snapshot } = result;
  const records = toRecords(cluster.name, snapshot, now);
  await store.saveSnapshot(cluster.name, {
    records,
    facts: { controlPlane: snapshot.controlPlane, nodes: snapshot.nodes },
    now,
  });
  const unnamed = snapshot.instances.length - records.length;
  return { ok: true, skipped: snapshot.skipped + unnamed };
}

/**
 * A reader that rejects, against its contract, has not read the cluster: what
 * is known of it must not go on to look fresh.
 */
async function read(get: () => Promise<ReadResult>): Promise<ReadResult> {
  try {
    return await get();
  } catch (error) {
    return {
      ok: false,
      failure: {
        state: 'unreachable',
        message: 'It could not be asked: its reader failed.',
        detail: String(error),
      },
    };
  }
}
