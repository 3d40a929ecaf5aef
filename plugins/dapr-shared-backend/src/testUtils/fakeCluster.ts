import type {
  ClusterReader,
  ReadResult,
} from 'backstage-plugin-dapr-shared-node';
import daemonsets from '../__fixtures__/daemonsets.json';
import deployments from '../__fixtures__/deployments.json';
import pods from '../__fixtures__/pods.json';
import type { Surroundings } from '../collector';

/** How a cluster answers one path. */
export type Answer = (path: string) => Promise<ReadResult> | ReadResult;

/** As a real API server answered. */
export const healthy: Answer = path => {
  const lists: Record<string, unknown> = {
    deployments,
    daemonsets,
    pods,
    nodes: { items: [] },
  };
  const name = path.split('?')[0]?.split('/').pop() ?? '';
  return name in lists
    ? { ok: true, body: lists[name] }
    : { ok: false, failure: { state: 'unreachable', message: '404', status: 404 } }; // prettier-ignore
};

/** Refuses, and may ask to be left alone. */
export const overloaded =
  (retryAfterMs?: number): Answer =>
  () => ({
    ok: false,
    failure: { state: 'unreachable', message: 'Overloaded.', retryAfterMs },
  });

/** Never answers, not even when the reader gives up. */
export const hanging: Answer = () => new Promise<never>(() => {});

/**
 * Clusters in memory and a clock that stands still. Each loop of the collector
 * is known by the signal it hands to the reader, so that a test can tell whose
 * sleep is whose.
 */
export class FakeClusters implements ClusterReader {
  readonly clusters: Map<string, Answer>;
  readonly surroundings: Surroundings = {
    now: () => new Date('2030-01-01T00:00:00Z'),
    random: () => 0.5,
    sleep: (ms, signal) =>
      new Promise(resolve => {
        const name = this.#names.get(signal) ?? '';
        const wake = () => {
          this.#asleep.delete(name);
          resolve();
        };
        if (signal.aborted) return wake();
        signal.addEventListener('abort', wake, { once: true });
        this.#asleep.set(name, { ms, wake });
        return undefined;
      }),
  };

  readonly reads = new Map<string, number>();
  readonly #names = new Map<AbortSignal, string>();
  readonly #asleep = new Map<string, { ms: number; wake: () => void }>();

  constructor(clusters: Record<string, Answer>) {
    this.clusters = new Map(Object.entries(clusters));
  }

  async listClusters({ signal }: { signal: AbortSignal }) {
    this.#names.set(signal, 'list');
    this.#count('list');
    return [...this.clusters.keys()].map(name => ({ name, title: name }));
  }

  async get(
    { name }: { name: string },
    path: string,
    { signal }: { signal: AbortSignal },
  ) {
    this.#names.set(signal, name);
    if (path.startsWith('/apis/apps/v1/deployments')) this.#count(name);
    const answer = this.clusters.get(name) ?? hanging;
    return answer(path);
  }

  /** How long the loop of a cluster, or of `list`, means to sleep, in milliseconds. */
  async sleepOf(name: string): Promise<number> {
    await until(() => this.#asleep.has(name));
    return this.#asleep.get(name)?.ms ?? 0;
  }

  /** Ends that sleep, and resolves when the loop sleeps again. */
  async wake(name: string): Promise<number> {
    await this.sleepOf(name);
    this.#asleep.get(name)?.wake();
    return this.sleepOf(name);
  }

  /** Ends the sleep of a loop that has asked nothing yet. */
  async wakeNameless(): Promise<void> {
    await this.sleepOf('');
    this.#asleep.get('')?.wake();
  }

  isAsleep(name: string): boolean {
    return this.#asleep.has(name);
  }

  #count(name: string) {
    this.reads.set(name, (this.reads.get(name) ?? 0) + 1);
  }
}

/** Lets everything that is ready run, until the condition holds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (await condition()) return;
    await new Promise(resolve => setImmediate(resolve));
  }
  throw new Error('It did not happen');
}
