import { git, GitError } from './run';

/** A file or folder of a commit. */
export interface TreeEntry {
  /** From the repository's root. */
  path: string;
  name: string;
  type: 'file' | 'dir';
  /** Git's id of the content. */
  sha: string;
  /** Bytes; 0 for a folder. */
  size: number;
}

/** What a folder of a commit holds, folders first; undefined where it is none. */
export async function listTree(
  directory: string,
  commit: string,
  path: string,
  options: { recursive: boolean } = { recursive: false },
): Promise<TreeEntry[] | undefined> {
  const recursive = options.recursive ? ['-r'] : [];
  let text: string;
  try {
    const object = `${commit}:${path}`;
    text = (await git(directory, ['ls-tree', '-z', '-l', ...recursive, object])).toString(); // prettier-ignore
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
  return text
    .split('\0')
    .filter(Boolean)
    .map(line => entryOf(line, path))
    .sort((a, b) => rank(a) - rank(b));
}

function entryOf(line: string, folder: string): TreeEntry {
  const [meta = '', relative = ''] = line.split('\t');
  const [, type, sha = '', size] = meta.split(/\s+/);
  return {
    path: folder ? `${folder}/${relative}` : relative,
    name: relative.split('/').pop() ?? relative,
    type: type === 'tree' ? 'dir' : 'file',
    sha,
    size: Number(size) || 0,
  };
}

function rank(entry: TreeEntry): number {
  return entry.type === 'dir' ? 0 : 1;
}
