import { isError } from '@backstage/errors';
import { readFile, stat } from 'fs/promises';
import { resolve } from 'path';
import type { InputProblem, Source } from './types';
import { walk } from './walk';

/** Name that standard input has in reports. */
const STDIN = 'stdin';

/** Reads what was named: files, folders, and `-` for standard input. */
export async function readSources(
  names: readonly string[],
  world: { cwd: string; readStdin: () => Promise<string> },
): Promise<{ sources: Source[]; problems: InputProblem[] }> {
  const sources = new Map<string, Source>();
  const problems: InputProblem[] = [];
  const add = async (file: string, found: boolean) => {
    const text = await readFile(resolve(world.cwd, file), 'utf8');
    // Named twice, or named and found: once is enough.
    if (!sources.has(file)) sources.set(file, { file, text, found });
  };
  for (const name of names) {
    if (name === '-') {
      const text = await world.readStdin();
      sources.set(STDIN, { file: STDIN, text, found: false });
      continue;
    }
    const file = name.replace(/^\.\/(?=.)|(?<=.)\/+$/g, '');
    try {
      if ((await stat(resolve(world.cwd, file))).isDirectory()) {
        for (const inner of await walk(world.cwd, file)) await add(inner, true);
      } else {
        await add(file, false);
      }
    } catch (error) {
      problems.push({ file, message: reason(error) });
    }
  }
  return { sources: [...sources.values()], problems };
}

function reason(error: unknown): string {
  const code = isError(error) ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file or folder.';
  if (code === 'EACCES') return 'may not be read.';
  return `cannot be read: ${isError(error) ? error.message : error}`;
}
