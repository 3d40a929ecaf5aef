import { editDistance } from './editDistance';
import { valueKeys } from './keys';
import type { ValueKey } from './types';

/**
 * What somebody meant who wrote an unknown path: a key that ends so (the first
 * level was forgotten); one of the root (a level too many); a sibling, or any
 * known path, that is few edits away; a sibling with a longer name (`path` for
 * `checkPath`); or one of which the word is a value (`shared.deamonset`).
 */
export function nearestKey(path: string): string | undefined {
  const read = valueKeys.filter(key => !key.readInstead);
  const known = [...new Set(read.flatMap(prefixes))];
  const cut = path.lastIndexOf('.') + 1;
  const word = path.slice(cut);
  const siblings = known.filter(candidate => parentOf(candidate) === parentOf(path)); // prettier-ignore
  return (
    known.find(candidate => candidate.endsWith(`.${path}`)) ??
    known.find(candidate => candidate === word) ??
    closest(word, siblings, candidate => candidate.slice(cut)) ??
    siblings.find(candidate => endsWith(candidate, word)) ??
    valueOf(word, siblings) ??
    closest(path, known, candidate => candidate)
  );
}

/** `key: value` for a sibling that takes a word like this one. */
function valueOf(
  word: string,
  siblings: readonly string[],
): string | undefined {
  for (const { path, type } of valueKeys) {
    if (!siblings.includes(path) || type.kind !== 'string') continue;
    const value = closest(word, type.enum ?? [], candidate => candidate);
    if (value) return `${path}: ${value}`;
  }
  return undefined;
}

function closest(
  word: string,
  candidates: readonly string[],
  compared: (candidate: string) => string,
): string | undefined {
  let best: string | undefined;
  // More than a third of the letters wrong is no typo any more.
  let bound = Math.floor(word.length / 3) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, compared(candidate));
    if (distance < bound) {
      bound = distance;
      best = candidate;
    }
  }
  return best;
}

function endsWith(candidate: string, word: string): boolean {
  return candidate.toLowerCase().endsWith(word.toLowerCase());
}

function prefixes({ path }: ValueKey): string[] {
  const keys = path.split('.');
  return keys.map((_, index) => keys.slice(0, index + 1).join('.'));
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}
