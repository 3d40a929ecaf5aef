import { InputError } from '@backstage/errors';
import { severities, type Severity } from 'backstage-plugin-dapr-shared-common';
import { parseArgs } from 'util';
import { type Facts, factOptions, parseFacts } from './facts';
import type { Format } from './format';

/** The least severity that fails the command. */
export type Threshold = Severity | 'never';

/** What the command was asked to do. */
export type Options =
  | { command: 'help' | 'version' }
  | {
      command: 'check';
      files: string[];
      failOn: Threshold;
      format: Format;
      facts: Facts;
    };

/** The command was called in a way that it does not know. */
export class UsageError extends InputError {}

const thresholds: readonly Threshold[] = [...severities, 'never'];
const formatNames: readonly Format[] = ['text', 'json', 'sarif'];

/** @throws UsageError that says what to write instead */
export function parseOptions(args: string[]): Options {
  const { values, positionals } = parse(args);
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  const [command, ...files] = positionals;
  if (command === undefined) throw new UsageError('A command is missing.');
  if (command !== 'check') {
    throw new UsageError(`There is no command "${command}".`);
  }
  if (files.length === 0) {
    throw new UsageError(
      'check needs a file or folder, or - for standard input.',
    );
  }
  return {
    command,
    files,
    failOn: oneOf('--fail-on', thresholds, values['fail-on']) ?? 'high',
    format: oneOf('--format', formatNames, values.format) ?? 'text',
    facts: parseFacts(values),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'fail-on': { type: 'string' },
        format: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
        ...factOptions,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${error}`);
  }
}

function oneOf<T extends string>(
  option: string,
  known: readonly T[],
  given: string | undefined,
): T | undefined {
  const found = known.find(name => name === given);
  if (given === undefined || found) return found;
  throw new UsageError(
    `${option} must be one of ${known.join(', ')}; it is "${given}".`,
  );
}
