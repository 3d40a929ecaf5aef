import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import { lastMatch, type ContainerLines } from '../log/containerLog';
import type { PodView } from '../podView';
import { stageOf } from '../stage';
import { groupsOf } from '../signatures/signature';
import { complaints } from './signatures';

/**
 * What a daprd that runs complains of, and has not taken back since. A 204 of
 * its health does not mean that all is well.
 */
export function complaintsOf(pod: PodView, seen: Circumstances): Cause[] {
  return unresolved(pod, seen).map(({ code, evidence, cause, fix }) => ({ code, evidence, cause, fix })); // prettier-ignore
}

/**
 * What keeps a daprd from getting ready that has its identity and its resources.
 *
 * @param previous - by the log of the container before
 */
export function blockingCause(
  pod: PodView,
  seen: Circumstances,
  previous = false,
): Cause | undefined {
  return unresolved(pod, seen, previous).flatMap(
    ({ code, evidence, fix, blocking }): Cause[] =>
      blocking === undefined
        ? []
        : [{ code, severity: 'critical', evidence, fix, cause: blocking }],
  )[0];
}

function unresolved(pod: PodView, seen: Circumstances, previous = false) {
  const log = pod.log('daprd', previous);
  const lines = log?.running ?? [];
  // What it says before it gives up belongs to that.
  if (!isUp(log)) return [];
  return complaints.flatMap(({ code, pattern, resolved, explain }) =>
    everyMatch(lines, pattern).flatMap(({ line, match, index }) => {
      const since = resolved && lastMatch(lines.slice(index), resolved);
      const found = since ? undefined : explain(groupsOf(match), seen);
      return found ? [{ code, evidence: line.message, ...found }] : [];
    }),
  );
}

/** Whether it got beyond its own start. */
function isUp(log: ContainerLines | undefined): boolean {
  const stage = stageOf(log);
  return (
    stage !== 'identity' &&
    stage !== 'loading' &&
    !log?.running.some(({ level }) => level === 'fatal')
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
