import { join } from 'path';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Repository } from '../../git';
import type { HostedRepository } from './types';

/** What changed in a repository; awaited before the caller gets its answer. */
export type PushListener = (repository: HostedRepository) => Promise<void>;

/** Organisations and their repositories. */
export class Forge {
  /** Folder of the bare repositories. */
  readonly root: string;
  readonly #orgs: Map<string, Map<string, HostedRepository>>;
  readonly #listeners: PushListener[] = [];
  readonly #now: () => Date;
  #lastId = 0;

  constructor(options: { root: string; orgs: string[]; now: () => Date }) {
    this.root = options.root;
    this.#now = options.now;
    this.#orgs = new Map(options.orgs.map(org => [org, new Map()]));
  }

  orgs(): string[] {
    return [...this.#orgs.keys()];
  }

  now(): Date {
    return this.#now();
  }

  /** @throws NotFoundError where there is no such organisation */
  repositories(org: string): HostedRepository[] {
    const found = this.#orgs.get(org);
    if (!found) throw new NotFoundError(`There is no organisation ${org}.`);
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
  }

  /** @throws NotFoundError where there is no such repository */
  repository(owner: string, name: string): HostedRepository {
    const found = this.#orgs.get(owner)?.get(name);
    if (!found) {
      throw new NotFoundError(`There is no repository ${owner}/${name}.`);
    }
    return found;
  }

  /**
   * @throws NotFoundError where there is no such organisation
   * @throws ConflictError where the name is taken
   * @throws InputError where the name cannot be one
   */
  async createRepository(options: {
    owner: string;
    name: string;
    description?: string;
    private?: boolean;
    defaultBranch?: string;
  }): Promise<HostedRepository> {
    const { owner, name, defaultBranch = 'main' } = options;
    const org = this.#orgs.get(owner);
    if (!org) throw new NotFoundError(`There is no organisation ${owner}.`);
    if (!/^[\w-][\w.-]{0,99}$/.test(name) || /\.git$/.test(name)) {
      throw new InputError(
        `name: "${name}" cannot be a repository's; use letters, digits, - and _.`,
      );
    }
    if (org.has(name)) {
      throw new ConflictError('The repository with the same name already exists.'); // prettier-ignore
    }
    this.#lastId += 1;
    const repository: HostedRepository = {
      id: this.#lastId,
      owner,
      name,
      description: options.description ?? '',
      private: options.private ?? false,
      defaultBranch,
      createdAt: this.#now(),
      git: await Repository.init(join(this.root, owner, `${name}.git`), defaultBranch), // prettier-ignore
      labels: [],
      pulls: [],
    };
    org.set(name, repository);
    return repository;
  }

  /** Calls back after every change of a branch. */
  onPush(listener: PushListener): void {
    this.#listeners.push(listener);
  }

  /** Tells that branches may have moved. */
  async pushed(repository: HostedRepository): Promise<void> {
    for (const listener of this.#listeners) await listener(repository);
  }
}
