import { isError } from '@backstage/errors';
import { version } from '../package.json';
import { checkSources } from './check';
import { exitCode } from './exitCode';
import { formats } from './format';
import { HELP } from './help';
import { readSources } from './input';
import { parseOptions, UsageError } from './options';

/** What the command has of the world around it. */
export interface World {
  /** File names are relative to it, in and out. */
  cwd: string;
  readStdin: () => Promise<string>;
  writeOut: (text: string) => void;
  writeError: (text: string) => void;
  colour: boolean;
  /** Columns of the terminal; undefined where there is none. */
  width?: number;
  now: Date;
}

/**
 * Runs the command.
 *
 * @returns its exit code: 0 fine, 1 findings at or above the threshold,
 * 2 wrong usage or unreadable input
 */
export async function main(args: string[], world: World): Promise<number> {
  let options;
  try {
    options = parseOptions(args);
  } catch (error) {
    if (!isError(error) || !(error instanceof UsageError)) throw error;
    world.writeError(`${error.message}\nTry: dapr-shared --help\n`);
    return 2;
  }
  if (options.command !== 'check') {
    world.writeOut(options.command === 'help' ? HELP : `${version}\n`);
    return 0;
  }
  const { sources, problems } = await readSources(options.files, world);
  const report = checkSources(sources, problems, {
    facts: options.facts,
    now: world.now,
  });
  world.writeOut(formats[options.format](report, { ...world, ...options }));
  for (const { file, line, message } of report.problems) {
    world.writeError(`${line ? `${file}:${line}` : file}: ${message}\n`);
  }
  for (const note of report.notes) world.writeError(`${note}\n`);
  return exitCode(report, options.failOn);
}
