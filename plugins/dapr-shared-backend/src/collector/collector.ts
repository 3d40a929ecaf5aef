import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type {
  ClusterInfo,
  ClusterReader,
} from 'backstage-plugin-dapr-shared-node';
import type { Store } from '../store';
import { nextWaitMs } from './backoff';
import { collect } from './collect';
import { Refusals } from './evidence';

/** What the collector takes from its surroundings, so that tests can stand in. */
export interface Surroundings {
  now(): Date;
  random(): number;
  /** Resolves after the time, or at once when aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export interface CollectorOptions {
  reader: ClusterReader;
  store: Store;
  logger: LoggerService;
  intervalMs: number;
  /** Whether to read last log lines of pods in trouble. Default false. */
  logs?: boolean;
  surroundings: Surroundings;
}

/**
 * Reads every cluster, each in a loop of its own, so that none waits for
 * another, and writes what it finds to the store.
 */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #loops = new Map<string, AbortController>();
  readonly #stopped = new AbortController();
  #problem: string | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /** Why the list of clusters could not be had, in one sentence. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Runs until {@link Collector.stop}, whatever clusters or database do. */
  async run(): Promise<void> {
    const { store, logger, intervalMs, surroundings } = this.#options;
    const { signal } = this.#stopped;
    let marked = false;
    let failures = 0;
    while (!signal.aborted) {
      let refreshed = false;
      try {
        if (!marked) await store.markAllStale(surroundings.now());
        marked = true;
        refreshed = await this.#refreshClusters();
      } catch (error) {
        // The database: it may come back, so this must not end.
        if (!signal.aborted) logger.error(`Clusters not stored: ${error}`);
      }
      failures = refreshed ? 0 : failures + 1;
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
  async #refreshClusters(): Promise<boolean> {
    const { store, surroundings } = this.#options;
    const clusters = await this.#listClusters();
    if (!clusters) return false;
    // Before the store forgets them, so that a late answer finds its loop ended.
    for (const [name, loop] of this.#loops) {
      if (clusters.some(cluster => cluster.name === name)) continue;
      loop.abort();
      this.#loops.delete(name);
    }
    await store.setClusters(clusters, surroundings.now());
    for (const cluster of clusters) {
      if (this.#stopped.signal.aborted) break;
      if (this.#loops.has(cluster.name)) continue;
      const loop = new AbortController();
      this.#loops.set(cluster.name, loop);
      // Not awaited: a cluster that hangs must not hold up the others.
      void this.#follow(cluster, loop.signal);
    }
    return true;
  }

  async #listClusters(): Promise<ClusterInfo[] | undefined> {
    const { reader, logger } = this.#options;
    const { signal } = this.#stopped;
    try {
      const clusters = await reader.listClusters({ signal });
      this.#problem = undefined;
      return clusters;
    } catch (error) {
      if (signal.aborted) return undefined;
      // Everybody sees the problem, so only what was written for people.
      const problem =
        isError(error) && error.name === 'ServiceUnavailableError'
          ? error.message
          : `The list of clusters could not be had: the backend's log says why.`;
      if (problem !== this.#problem) logger.warn(`Clusters: ${error}`);
      this.#problem = problem;
      return undefined;
    }
  }

  async #follow(cluster: ClusterInfo, signal: AbortSignal): Promise<void> {
    const { reader, store, intervalMs, logger, surroundings } = this.#options;
    const { logs = false } = this.#options;
    const { now } = surroundings;
    const refusals = new Refusals(now);
    let failures = 0;
    let skipped = 0;
    while (!signal.aborted) {
      let retryAfterMs: number | undefined;
      try {
        const result = await collect({ reader, store, logger, now, logs, refusals }, cluster, signal); // prettier-ignore
        failures = result.ok ? 0 : failures + 1;
        if (!result.ok) retryAfterMs = result.retryAfterMs;
        else if (result.skipped !== skipped) {
          skipped = result.skipped;
          if (skipped) logger.warn(`Cluster ${cluster.name}: ${skipped} objects could not be read and are left out.`); // prettier-ignore
        }
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
}
