import { asArray, at } from '../objects';
import { scalarText } from './scalarText';

/** Command-line arguments, taken apart as daprd takes them apart. */
export interface Flags {
  /** By name, without dashes. The last one counts; a bare flag is `''`. */
  flags: ReadonlyMap<string, string>;
  /** What is neither a flag nor a flag's value, in order. */
  words: readonly string[];
}

/**
 * Reads `--flag=value`, `--flag value` and a bare `--flag`. White space around
 * an argument is not part of it.
 */
export function readFlags(args: readonly string[]): Flags {
  const flags = new Map<string, string>();
  const words: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = (args[index] ?? '').trim();
    if (!isFlag(arg)) {
      words.push(arg);
      continue;
    }
    const name = arg.slice(arg.startsWith('--') ? 2 : 1);
    const equals = name.indexOf('=');
    if (equals >= 0) {
      flags.set(name.slice(0, equals), name.slice(equals + 1));
      continue;
    }
    const next = args[index + 1]?.trim();
    if (next === undefined || isFlag(next)) {
      flags.set(name, '');
    } else {
      flags.set(name, next);
      index++;
    }
  }
  return { flags, words };
}

/** Dashes and what is no digit, so that `-1` is a value. */
function isFlag(arg: string): boolean {
  if (!arg.startsWith('-')) return false;
  const first = arg.charAt(arg.startsWith('--') ? 2 : 1);
  return first !== '' && (first < '0' || first > '9');
}

/** The value of one flag; undefined where it is not given. */
export function flagValue(
  args: readonly string[],
  flag: string,
): string | undefined {
  return readFlags(args).flags.get(flag);
}

/** `$(NAME)`, where a value of the container's own environment is meant. */
const REFERENCE = /\$\(([^()]+)\)/g;

/**
 * Command and arguments of a container as the process gets them: Kubernetes
 * puts the container's environment in for `$(NAME)`. What only the cluster can
 * tell (a field, a Secret) stays as it is written.
 */
export function commandLine(container: unknown): string[] {
  const args = [
    ...textList(at(container, 'command')),
    ...textList(at(container, 'args')),
  ];
  if (!args.some(arg => arg.includes('$('))) return args;
  const env = new Map(
    asArray(at(container, 'env')).map(entry => [
      at(entry, 'name'),
      scalarText(at(entry, 'value')),
    ]),
  );
  return args.map(arg =>
    arg.replace(REFERENCE, (written, name) => env.get(name) ?? written),
  );
}

/** The scalars of a list, as text. */
export function textList(value: unknown): string[] {
  return asArray(value).flatMap(word => scalarText(word) ?? []);
}
