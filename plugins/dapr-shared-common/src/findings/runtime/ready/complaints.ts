import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import { lastMatch } from '../log/containerLog';
import type { PodView } from '../podView';
import { complaints } from './signatures';

/**
 * What a daprd that runs complains of, and has not taken back since. A 204 of
 * its health does not mean that all is well.
 */
export function complaintsOf(pod: PodView, seen: Circumstances): Cause[] {
  const lines = pod.log('daprd')?.running ?? [];
  return complaints.flatMap(({ code, pattern, resolved, explain }) =>
    everyMatch(lines, pattern).flatMap(({ line, match, index }) => {
      const since = resolved && lastMatch(lines.slice(index), resolved);
      const found = since ? undefined : explain(match, seen);
      return found ? [{ code, evidence: line.message, ...found }] : [];
    }),
  );
}

type Match = NonNullable<ReturnType<typeof lastMatch>>;

/** The last line of each text that fits; a complaint repeats itself. */
function everyMatch(
  lines: Parameters<typeof lastMatch>[0],
  pattern: RegExp,
): Match[] {
  const found = new Map<string, Match>();
  lines.forEach((line, index) => {
    const match = pattern.exec(line.message);
    if (match) found.set(match[0], { line, match, index });
  });
  return [...found.values()];
}
