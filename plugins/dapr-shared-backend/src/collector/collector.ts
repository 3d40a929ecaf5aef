import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterInfo,
  ClusterReader,
} from 'backstage-plugin-dapr-shared-node';
import type { Store } from '../store';
import { nextWaitMs } from './backoff';
import { readCluster } from './readCluster';
import { toRecords } from './toRecords';

/** What the collector takes from its surroundings, so that tests can stand in. */
export interface Surroundings {
  now(): Date;
  random(): number;
  /** Resolves after the time, or at once when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Reads every cluster, each in a loop of its own, so that none waits for
 * another, and writes what it finds to the store.
 */
export class Collector {
  readonly #options: {
    reader: ClusterReader;
    store: Store;
    logger: LoggerService;
    intervalMs: number;
    surroundings: Surroundings;
  };

  readonly #loops = new Map<string, AbortController>();
  readonly #stopped = new AbortController();
  #problem: string | undefined;

  constructor(options: {
    reader: ClusterReader;
    store: Store;
    logger: LoggerService;
    intervalMs: number;
    surroundings: Surroundings;
  }) {
    this.#options = options;
  }

  /** Why the list of clusters could not be had, in one sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Runs until {@link Collector.stop}. */
  async run(): Promise<void> {
    const { store, intervalMs, surroundings } = this.#options;
    const { signal } = this.#stopped;
    await store.markAllStale(surroundings.now());
    let failures = 0;
    while (!signal.aborted) {
      failures = (await this.refreshClusters()) ? 0 : failures + 1;
      const random = surroundings.random();
      // A portal that is still starting has no cluster yet: ask again soon.
      const wait = failures > 0 ? Math.min(intervalMs, 1000) : intervalMs;
      await surroundings.sleep(
        nextWaitMs({ intervalMs: wait, failures, random }),
        signal,
      );
    }
  }

  stop(): void {
    this.#stopped.abort();
    for (const loop of this.#loops.values()) loop.abort();
  }

  /** Starts loops for new clusters and ends those of removed ones. */
  async refreshClusters(): Promise<boolean> {
    const { reader, store, logger, surroundings } = this.#options;
    const { signal } = this.#stopped;
    let clusters: ClusterInfo[];
    try {
      clusters = await reader.listClusters({ signal });
    } catch (error) {
      if (signal.aborted) return false;
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.#problem) logger.warn(`Clusters: ${problem}`);
      this.#problem = problem;
      return false;
    }
    this.#problem = undefined;
    await store.setClusters(clusters, surroundings.now());
    const names = new Set(clusters.map(cluster => cluster.name));
    for (const [name, loop] of this.#loops) {
      if (names.has(name)) continue;
      loop.abort();
      this.#loops.delete(name);
    }
    for (const cluster of clusters) {
      if (this.#loops.has(cluster.name)) continue;
      const loop = new AbortController();
      this.#loops.set(cluster.name, loop);
      // Not awaited: a cluster that hangs must not hold up the others.
      void this.#follow(cluster, loop.signal);
    }
    return true;
  }

  async #follow(cluster: ClusterInfo, signal: AbortSignal): Promise<void> {
    const { intervalMs, logger, surroundings } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      let retryAfterMs: number | undefined;
      try {
        const result = await this.collect(cluster, signal);
        failures = result.ok ? 0 : failures + 1;
        retryAfterMs = result.ok ? undefined : result.retryAfterMs;
      } catch (error) {
        // The store, not the cluster: keep going, it may come back.
        failures += 1;
        if (!signal.aborted) logger.error(`Cluster ${cluster.name}: ${error}`);
      }
      const random = surroundings.random();
      await surroundings.sleep(
        nextWaitMs({ intervalMs, failures, retryAfterMs, random }),
        signal,
      );
    }
  }

  /** Reads a cluster once and stores what was found, or why it could not be read. */
  async collect(
    cluster: ClusterInfo,
    signal: AbortSignal,
  ): Promise<{ ok: boolean; retryAfterMs?: number }> {
    const { reader, store, logger, surroundings } = this.#options;
    const result = await readCluster(path =>
      reader.get(cluster, path, { signal }),
    );
    if (signal.aborted) return { ok: false };
    const now = surroundings.now();
    if (!result.ok) {
      const { state, message, detail, retryAfterMs } = result.failure;
      const changed = await store.saveFailure(cluster.name, { state, message, detail, now }); // prettier-ignore
      if (changed) logger.warn(`Cluster ${cluster.name} is ${state}: ${message}`); // prettier-ignore
      return { ok: false, retryAfterMs };
    }
    const { snapshot } = result;
    await store.saveSnapshot(cluster.name, {
      records: toRecords(cluster.name, snapshot, now),
      facts: { controlPlane: snapshot.controlPlane, nodes: snapshot.nodes },
      now,
    });
    return { ok: true };
  }
}
