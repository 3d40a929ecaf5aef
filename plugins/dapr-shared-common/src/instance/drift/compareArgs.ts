import { readFlags, textList } from '../args';
import type { FieldDifference } from './types';

/**
 * Compares arguments as the process understands them: flags by name, in either
 * form and in any order, and the other words in theirs.
 */
export function compareArgs(
  expected: unknown,
  live: unknown,
  path: string,
): FieldDifference[] {
  const [left, right] = [
    readFlags(textList(expected)),
    readFlags(textList(live)),
  ];
  const names = new Set([...left.flags.keys(), ...right.flags.keys()]);
  const flags = [...names].flatMap(name => {
    const [one, other] = [left.flags.get(name), right.flags.get(name)];
    return one === other
      ? []
      : [{ path: `${path}[--${name}]`, expected: one, live: other }];
  });
  return sameWords(left.words, right.words)
    ? flags
    : [...flags, { path, expected: left.words, live: right.words }];
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
