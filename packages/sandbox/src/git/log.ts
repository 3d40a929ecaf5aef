import type { Person } from './commit';
import { gitText } from './run';

export interface Commit {
  id: string;
  tree: string;
  parents: string[];
  author: Person;
  committer: Person;
  /** RFC 3339. */
  date: string;
  message: string;
}

export async function readCommit(
  directory: string,
  id: string,
): Promise<Commit> {
  const format = ['%H', '%T', '%P', '%an', '%ae', '%cn', '%ce', '%cI', '%B'];
  const text = await gitText(directory, [
    'show',
    '-s',
    `--format=${format.join('%x00')}`,
    '--end-of-options',
    id,
  ]);
  const [hash = id, tree = '', parents = '', an = '', ae = '', cn = '', ce = '', date = '', message = ''] = text.split('\0'); // prettier-ignore
  return {
    id: hash,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name: an, email: ae },
    committer: { name: cn, email: ce },
    date,
    message: message.trimEnd(),
  };
}
