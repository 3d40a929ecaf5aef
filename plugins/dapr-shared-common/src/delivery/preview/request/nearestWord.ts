import { editDistance } from '../../../values/editDistance';

/** Longer than any field, so no typo of one. */
const MAX_LENGTH = 40;

/** What somebody meant who wrote a word that is not among the known ones. */
export function nearestWord(
  word: string,
  known: readonly string[],
): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  // More than a third of the letters wrong is no typo any more.
  const bound = Math.floor(word.length / 3) + 1;
  const [best] = known
    .map(candidate => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance < bound)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}
