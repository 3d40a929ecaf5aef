import fs from 'fs';
import git, { type ReadCommitResult } from 'isomorphic-git';
import { ConflictError, InputError } from '@backstage/errors';
import type { GitRemote } from '../forges';
import { gitHttp } from './http';

/** A commit at the tip of a branch. */
export interface Tip {
  oid: string;
  tree: string;
}

/** As much of a remote repository as a change needs, without a work tree. */
export class Clone {
  readonly gitdir: string;
  readonly #remote: GitRemote;
  readonly #signal: AbortSignal;

  private constructor(gitdir: string, remote: GitRemote, signal: AbortSignal) {
    this.gitdir = gitdir;
    this.#remote = remote;
    this.#signal = signal;
  }

  /** @param gitdir - an empty directory */
  static async create(
    gitdir: string,
    remote: GitRemote,
    signal: AbortSignal,
  ): Promise<Clone> {
    await git.init({ fs, gitdir, bare: true });
    await git.addRemote({ fs, gitdir, remote: 'origin', url: remote.url });
    return new Clone(gitdir, remote, signal);
  }

  /**
   * Fetches the base and, where it exists, the branch. A base alone comes
   * without its history; with a branch to compare, the history is needed.
   */
  async fetch(
    base: string,
    branch: string,
  ): Promise<{ base: Tip; branch?: Tip }> {
    const refs = await git.listServerRefs({
      ...this.#connection(),
      prefix: 'refs/heads/',
    });
    const has = (name: string) =>
      refs.some(({ ref }) => ref === `refs/heads/${name}`);
    if (!has(base)) {
      throw new InputError(
        `daprShared.gitops: ${
          this.#remote.url
        } has no branch "${base}"; create it or name another one.`,
      );
    }
    if (!has(branch)) return { base: await this.#fetchBranch(base, 1) };
    return {
      base: await this.#fetchBranch(base),
      branch: await this.#fetchBranch(branch),
    };
  }

  /** Commits that `tip` has and `base` has not. */
  async commitsBetween(base: Tip, tip: Tip): Promise<ReadCommitResult[]> {
    const known = new Set(
      (await this.#history(base.oid)).map(commit => commit.oid),
    );
    return (await this.#history(tip.oid)).filter(c => !known.has(c.oid));
  }

  /** Whether all of `ancestor` is in `tip`. */
  async contains(tip: Tip, ancestor: Tip): Promise<boolean> {
    const history = await this.#history(tip.oid);
    return history.some(commit => commit.oid === ancestor.oid);
  }

  async commit(commit: {
    tree: string;
    parents: string[];
    message: string;
    author: { name: string; email: string };
  }): Promise<string> {
    const { gitdir } = this;
    const { tree, parents: parent, message, author } = commit;
    const ref = 'refs/heads/change';
    return git.commit({ fs, gitdir, ref, tree, parent, message, author });
  }

  /**
   * Pushes what was committed last; never forced, so that a branch that moved
   * on is left alone.
   *
   * @throws ConflictError where the host refuses
   */
  async push(branch: string): Promise<void> {
    try {
      await git.push({
        ...this.#connection(),
        fs,
        gitdir: this.gitdir,
        ref: 'refs/heads/change',
        remoteRef: `refs/heads/${branch}`,
      });
    } catch (error) {
      const { PushRejectedError, GitPushError } = git.Errors;
      if (error instanceof PushRejectedError || error instanceof GitPushError) {
        throw new ConflictError(
          `${
            this.#remote.url
          } refused the push to ${branch}, which may have moved meanwhile. Run the task again.`,
          error,
        );
      }
      throw error;
    }
  }

  async #fetchBranch(name: string, depth?: number): Promise<Tip> {
    const { gitdir } = this;
    const { fetchHead } = await git.fetch({
      ...this.#connection(),
      fs,
      gitdir,
      ref: name,
      singleBranch: true,
      tags: false,
      depth,
    });
    if (!fetchHead) throw new Error(`${this.#remote.url}: no ${name}`);
    const { commit } = await git.readCommit({ fs, gitdir, oid: fetchHead });
    return { oid: fetchHead, tree: commit.tree };
  }

  #history(oid: string): Promise<ReadCommitResult[]> {
    return git.log({ fs, gitdir: this.gitdir, ref: oid });
  }

  #connection() {
    const { url, username, password } = this.#remote;
    return {
      http: gitHttp(this.#signal),
      url,
      onAuth: () => ({ username, password }),
    };
  }
}
