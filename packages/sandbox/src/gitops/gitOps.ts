import type { Cluster } from '../cluster';
import type { HostedRepository } from '../gitHost';
import { type Source, sourcesOf } from './sources';

/** Brings what is on the default branches to the clusters, as Flux would. */
export class GitOps {
  readonly #clusters: () => ReadonlyMap<string, Cluster>;
  readonly #now: () => Date;
  /** What has been applied: source → cluster. */
  readonly #applied = new Map<string, string>();
  readonly #problems = new Map<string, string>();
  /** The last commit seen, by repository. */
  readonly #commits = new Map<string, string>();
  #queue: Promise<void> = Promise.resolve();

  constructor(options: {
    clusters: () => ReadonlyMap<string, Cluster>;
    now: () => Date;
  }) {
    this.#clusters = options.clusters;
    this.#now = options.now;
  }

  /** Why folders could not be applied, by repository and path. */
  get problems(): ReadonlyMap<string, string> {
    return this.#problems;
  }

  /** Applies a repository's default branch, after whatever is under way. */
  sync(repository: HostedRepository): Promise<void> {
    const run = this.#queue.then(() => this.#apply(repository));
    // A failure is its caller's; the next one starts afresh.
    this.#queue = run.catch(() => {});
    return run;
  }

  async #apply({ owner, name, git, defaultBranch }: HostedRepository) {
    const prefix = `${owner}/${name}:`;
    const commit = await git.resolve(defaultBranch);
    if (!commit || this.#commits.get(prefix) === commit) return;
    this.#commits.set(prefix, commit);
    const sources = await sourcesOf(git, commit);
    const wanted = new Set(sources.map(({ path }) => prefix + path));
    for (const [key, cluster] of this.#applied) {
      if (!key.startsWith(prefix) || wanted.has(key)) continue;
      this.#clusters().get(cluster)?.apply(key, [], this.#now());
      this.#applied.delete(key);
    }
    for (const key of this.#problems.keys()) {
      if (key.startsWith(prefix)) this.#problems.delete(key);
    }
    for (const source of sources) {
      await this.#applySource(prefix + source.path, source);
    }
  }

  /** What cannot be applied leaves the cluster as it was, and says why. */
  async #applySource(key: string, source: Source): Promise<void> {
    const cluster = this.#clusters().get(source.cluster);
    if (!cluster) {
      this.#problems.set(key, `There is no cluster ${source.cluster}.`);
      return;
    }
    try {
      cluster.apply(key, await source.objects(), this.#now());
      this.#applied.set(key, source.cluster);
    } catch (error) {
      this.#problems.set(key, error instanceof Error ? error.message : String(error)); // prettier-ignore
    }
  }
}
