import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { LogLine } from '../log/logLine';

/** What a pattern matched, and its groups; those that took no part are empty. */
export type Groups = readonly [string, string, string, string, string];

export function groupsOf(match: RegExpExecArray): Groups {
  const [whole, first = '', second = '', third = '', fourth = ''] = match;
  return [whole, first, second, third, fourth];
}

/** A last line that tells why a process ended. */
export interface Signature {
  /** Matched against the message of the line. */
  pattern: RegExp;
  /** @param lines - all that the container wrote, for what the last line leaves out */
  explain(
    groups: Groups,
    seen: Circumstances,
    lines: readonly LogLine[],
  ): Cause;
}

/** Components' errors are wrapped twice. */
const REPEATED = /(\[[A-Z_]+\]: initialization error occurred for [^:]+: )\1+/g;

/** The cause that the first fitting signature gives. */
export function explainLine(
  signatures: readonly Signature[],
  line: LogLine,
  seen: Circumstances,
  lines: readonly LogLine[],
): Cause | undefined {
  for (const { pattern, explain } of signatures) {
    const match = pattern.exec(line.message);
    if (match) {
      return {
        evidence: line.message.replace(REPEATED, '$1'),
        ...explain(groupsOf(match), seen, lines),
      };
    }
  }
  return undefined;
}

/** The end of a chain of wrapped errors, where its own words are. */
export function innermost(message: string): string {
  const parts = message.split(
    /_FAILURE\]: |desc = |error occurred for [^:]*: /,
  );
  return firstLine(parts.at(-1) ?? message);
}

/** Cut to what fits a sentence, without the full stop. */
export function firstLine(text: string, room = 160): string {
  const line = (text.split('\n')[0] ?? '').trim().replace(/[.\s]+$/, '');
  return line.length > room ? `${line.slice(0, room - 1)}…` : line;
}
