import { git, gitText } from './run';

/** Who a commit is by. */
export interface Person {
  name: string;
  email: string;
}

/** A file to write, or with `content` null to remove. */
export interface FileChange {
  path: string;
  content: string | Buffer | null;
}

/**
 * Commits files to a branch in one go, without a working copy. The branch is
 * moved, or made.
 *
 * @param options.parent - the commit to start from; undefined for a first one
 */
export async function commitFiles(
  directory: string,
  options: {
    branch: string;
    parent: string | undefined;
    changes: readonly FileChange[];
    message: string;
    author: Person;
  },
): Promise<void> {
  const { branch, parent, changes, message, author } = options;
  const who = `${plain(author.name)} <${plain(author.email)}> now`;
  const stream = [
    `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\n`,
    data(message),
    parent ? `from ${parent}\n` : '',
    ...changes.flatMap(({ path, content }) =>
      content === null
        ? [`D ${quoted(path)}\n`]
        : [`M 100644 inline ${quoted(path)}\n`, data(content)],
    ),
    'done\n',
  ];
  const input = Buffer.concat(stream.map(part => Buffer.from(part)));
  const args = ['fast-import', '--quiet', '--force', '--done', '--date-format=now']; // prettier-ignore
  await git(directory, args, { input });
}

/** Commits a tree; no branch points to the commit yet. */
export async function commitTree(
  directory: string,
  options: {
    tree: string;
    parents: readonly string[];
    message: string;
    author: Person;
  },
): Promise<string> {
  const { tree, parents, message, author } = options;
  return gitText(
    directory,
    ['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent])],
    {
      input: message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      },
    },
  );
}

function data(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`data ${bytes.length}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
}

/** A path as Git's stream takes any: in quotes, as in C. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

/** A name without what would end it early. */
function plain(text: string): string {
  return text.replace(/[<>\n\0]/g, '');
}
