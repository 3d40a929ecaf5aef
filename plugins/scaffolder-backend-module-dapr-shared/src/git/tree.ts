import fs from 'fs';
import git, { type TreeEntry } from 'isomorphic-git';

/** A file of a commit. */
export interface GitFile {
  /** From the root of the repository, with `/`. */
  path: string;
  content: string;
}

/**
 * Writes a tree that has the files beside everything the old one has. The
 * repository is never checked out: it may be large, and nothing in it is ours.
 *
 * @param oid - the old tree; undefined: an empty one
 * @returns the new tree; the old one where nothing differs
 */
export async function writeTree(
  gitdir: string,
  oid: string | undefined,
  files: readonly GitFile[],
): Promise<string> {
  const old = oid ? (await git.readTree({ fs, gitdir, oid })).tree : [];
  const tree = new Map(old.map(entry => [entry.path, entry]));
  for (const [name, below] of byFirstName(files)) {
    tree.set(name, await writeEntry(gitdir, tree.get(name), name, below));
  }
  return git.writeTree({ fs, gitdir, tree: [...tree.values()] });
}

async function writeEntry(
  gitdir: string,
  old: TreeEntry | undefined,
  name: string,
  files: readonly GitFile[],
): Promise<TreeEntry> {
  const file = files.find(candidate => candidate.path === '');
  if (file) {
    const blob = Buffer.from(file.content);
    const oid = await git.writeBlob({ fs, gitdir, blob });
    return { mode: '100644', path: name, oid, type: 'blob' };
  }
  const before = old?.type === 'tree' ? old.oid : undefined;
  const oid = await writeTree(gitdir, before, files);
  return { mode: '040000', path: name, oid, type: 'tree' };
}

/** The files by their first folder (or own name), with the rest of the path. */
function byFirstName(files: readonly GitFile[]): Map<string, GitFile[]> {
  const groups = new Map<string, GitFile[]>();
  for (const { path, content } of files) {
    const [name = '', ...rest] = path.split('/');
    const group = groups.get(name) ?? [];
    groups.set(name, [...group, { path: rest.join('/'), content }]);
  }
  return groups;
}

/** Text of a file in a commit; undefined where there is none. */
export async function readText(
  gitdir: string,
  commit: string,
  path: string,
): Promise<string | undefined> {
  try {
    const { blob } = await git.readBlob({ fs, gitdir, oid: commit, filepath: path }); // prettier-ignore
    return Buffer.from(blob).toString();
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) return undefined;
    throw error;
  }
}
