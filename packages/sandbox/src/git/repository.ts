import { appendFile, mkdir } from 'fs/promises';
import { join } from 'path';
import { readBlobs } from './blobs';
import {
  commitFiles,
  commitTree,
  type FileChange,
  type Person,
} from './commit';
import { readCommit, type Commit } from './log';
import { git, GitError, gitText } from './run';
import { listTree, type TreeEntry } from './tree';

/** A bare repository. Commits are given by id, branches by name. */
export class Repository {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  static async init(directory: string, branch: string): Promise<Repository> {
    await mkdir(directory, { recursive: true });
    await git(directory, ['init', '--bare', '-q', '--template=', `--initial-branch=${branch}`, '.']); // prettier-ignore
    // A clean-up in the background would outlive the sandbox.
    await appendFile(join(directory, 'config'), '[http]\n\treceivepack = true\n[gc]\n\tauto = 0\n'); // prettier-ignore
    return new Repository(directory);
  }

  /** Names of the branches. */
  async branches(): Promise<string[]> {
    const text = await gitText(this.directory, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/heads']); // prettier-ignore
    return text.split('\n').filter(Boolean);
  }

  /** The commit of a branch, tag or commit id; undefined where there is none. */
  async resolve(ref: string): Promise<string | undefined> {
    const names = /^[0-9a-f]{7,40}$/.test(ref)
      ? [`refs/heads/${ref}`, `refs/tags/${ref}`, ref]
      : [`refs/heads/${ref}`, `refs/tags/${ref}`];
    for (const name of names) {
      const id = await this.#try(['rev-parse', '--verify', '-q', '--end-of-options', `${name}^{commit}`]); // prettier-ignore
      if (id) return id;
    }
    return undefined;
  }

  commit(id: string): Promise<Commit> {
    return readCommit(this.directory, id);
  }

  /** What a folder holds; undefined where it is none. */
  list(
    commit: string,
    path: string,
    options?: { recursive: boolean },
  ): Promise<TreeEntry[] | undefined> {
    return listTree(this.directory, commit, path, options);
  }

  /** A file's content; undefined where there is none. */
  async read(commit: string, path: string): Promise<Buffer | undefined> {
    try {
      return await git(this.directory, ['cat-file', 'blob', `${commit}:${path}`]); // prettier-ignore
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }

  /** The commit both have in common; undefined where there is none. */
  mergeBase(a: string, b: string): Promise<string | undefined> {
    return this.#try(['merge-base', a, b]);
  }

  /** Contents of files, by path; what is none is left out. */
  readAll(
    commit: string,
    paths: readonly string[],
  ): Promise<Map<string, Buffer>> {
    return readBlobs(this.directory, commit, paths);
  }

  /** What a pull request changes: from where it branched off to its head. */
  diff(base: string, head: string): Promise<string> {
    return gitText(this.directory, ['diff', '--no-color', '--no-ext-diff', '-M', `${base}...${head}`]); // prettier-ignore
  }

  /** Ids of the commits of head that base has not, newest first. */
  async commitsBetween(base: string, head: string): Promise<string[]> {
    const text = await gitText(this.directory, ['rev-list', '--max-count=250', `${base}..${head}`]); // prettier-ignore
    return text.split('\n').filter(Boolean);
  }

  archive(commit: string, prefix: string): Promise<Buffer> {
    return git(this.directory, ['archive', '--format=tar.gz', `--prefix=${prefix}/`, commit]); // prettier-ignore
  }

  /**
   * Commits files to a branch, made from `from` where it is new.
   *
   * @returns the commit's id
   */
  async write(options: {
    branch: string;
    from?: string;
    changes: readonly FileChange[];
    message: string;
    author: Person;
  }): Promise<string> {
    const { branch, from } = options;
    const parent = from ?? (await this.resolve(branch));
    await commitFiles(this.directory, { ...options, parent });
    return gitText(this.directory, ['rev-parse', `refs/heads/${branch}`]);
  }

  /**
   * Merges head into a branch with a merge commit.
   *
   * @returns the merge's id, or undefined where the two conflict
   */
  async merge(options: {
    branch: string;
    head: string;
    message: string;
    author: Person;
  }): Promise<string | undefined> {
    const { branch, head } = options;
    const base = await this.resolve(branch);
    if (!base) return undefined;
    const tree = await this.#try(['merge-tree', '--write-tree', base, head]);
    if (!tree) return undefined;
    const parents = [base, head];
    const id = await commitTree(this.directory, { ...options, tree, parents });
    await this.setBranch(branch, id);
    return id;
  }

  async setBranch(branch: string, commit: string): Promise<void> {
    await git(this.directory, ['update-ref', `refs/heads/${branch}`, commit]);
  }

  async deleteBranch(branch: string): Promise<void> {
    await git(this.directory, ['update-ref', '-d', `refs/heads/${branch}`]);
  }

  /** Whether a name can be that of a branch. */
  async isBranchName(name: string): Promise<boolean> {
    return (
      (await this.#try(['check-ref-format', `refs/heads/${name}`])) !==
      undefined
    );
  }

  /** Undefined where Git says no, with code 1 or 128. */
  async #try(args: string[]): Promise<string | undefined> {
    try {
      return await gitText(this.directory, args);
    } catch (error) {
      if (error instanceof GitError) return undefined;
      throw error;
    }
  }
}
