import type { ParentFolder } from 'backstage-plugin-dapr-shared-common';
import type { ReadCommitResult } from 'isomorphic-git';
import { Clone, type Tip } from './clone';
import { listInParent } from './listInParent';
import { type CommitOrigin, commitMessage, readOrigin } from './message';
import { type GitFile, readText, writeTree } from './tree';

/** Files to bring to a branch. */
export interface Change {
  base: string;
  branch: string;
  files: readonly GitFile[];
  /** Folders above them, the first kustomization of which must list them. */
  parents: readonly ParentFolder[];
  title: string;
  origin: CommitOrigin;
  author: { name: string; email: string };
}

/** What became of a change, or why nothing did. */
export type ChangeResult =
  /** The branch has the files; `pushed` is false where it had them before. */
  | { outcome: 'ready'; commit: string; pushed: boolean; listedIn?: string }
  /** The base has all of this already. */
  | { outcome: 'unchanged' }
  /** The base has other content under these paths. */
  | { outcome: 'differs'; paths: string[] }
  /** Somebody else's commit is on the branch. */
  | { outcome: 'foreign'; commit: string; origin?: CommitOrigin };

/**
 * Brings files to a branch by a commit on top of the base. Nothing is ever
 * forced or overwritten: what is on the branch must have come from here, for
 * the same person, and what is on the base must not have been edited.
 *
 * @throws ConflictError where the branch moved meanwhile
 */
export async function pushChange(
  clone: Clone,
  change: Change,
): Promise<ChangeResult> {
  const { gitdir } = clone;
  const { base, branch } = await clone.fetch(change.base, change.branch);
  const { tree, listedIn } = await applied(gitdir, base, change);
  if (tree === base.tree) return { outcome: 'unchanged' };
  const paths = await differing(gitdir, base, change.files);
  if (paths.length > 0) return { outcome: 'differs', paths };

  const ahead = branch ? await clone.commitsBetween(base, branch) : [];
  const foreign = ahead.find(commit => !isOwn(commit, change.origin));
  if (foreign) {
    const origin = readOrigin(foreign.commit.message);
    return { outcome: 'foreign', commit: foreign.oid, origin };
  }
  if (branch && ahead.length > 0) {
    const present = await applied(gitdir, branch, change);
    if (present.tree === branch.tree) {
      return { outcome: 'ready', commit: branch.oid, pushed: false, listedIn };
    }
  }
  const commit = await clone.commit({
    tree,
    parents: await parents(clone, base, ahead.length > 0 ? branch : undefined),
    message: commitMessage(change.title, change.origin),
    author: change.author,
  });
  await clone.push(change.branch);
  return { outcome: 'ready', commit, pushed: true, listedIn };
}

/**
 * The tree of a commit with the change in it.
 *
 * @returns listedIn - the kustomization that had to be added to
 */
async function applied(
  gitdir: string,
  tip: Tip,
  { files, parents: folders }: Change,
): Promise<{ tree: string; listedIn?: string }> {
  const parent = await listInParent(gitdir, tip.oid, folders);
  const before = parent && (await readText(gitdir, tip.oid, parent.path));
  const tree = await writeTree(gitdir, tip.tree, [
    ...files,
    ...(parent ? [parent] : []),
  ]);
  return {
    tree,
    ...(parent && parent.content !== before ? { listedIn: parent.path } : {}),
  };
}

/**
 * An earlier commit of ours stays in the history, so that no push needs force;
 * the base joins in where it moved on.
 */
async function parents(
  clone: Clone,
  base: Tip,
  branch: Tip | undefined,
): Promise<string[]> {
  if (!branch) return [base.oid];
  return (await clone.contains(branch, base))
    ? [branch.oid]
    : [branch.oid, base.oid];
}

/** Paths that the base has with other content. */
async function differing(
  gitdir: string,
  base: Tip,
  files: readonly GitFile[],
): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, content } of files) {
    const present = await readText(gitdir, base.oid, path);
    if (present !== undefined && present !== content) paths.push(path);
  }
  return paths;
}

function isOwn({ commit }: ReadCommitResult, own: CommitOrigin): boolean {
  const origin = readOrigin(commit.message);
  return origin?.portal === own.portal && origin.initiator === own.initiator;
}
