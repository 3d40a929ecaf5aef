import { parseLine, type LogLine } from './logLine';

/** What a container wrote, at most as much as a person would look at. */
export interface ContainerLines {
  /** Up to the end, or to the signal that ended it. */
  running: readonly LogLine[];
  /** From the signal on: most of it is the shutdown's own noise. */
  ending: readonly LogLine[];
}

const MAX_LINES = 5_000;

/** What daprd writes when it is told to stop. */
const SIGNAL = /^Received signal '/;

export function readLines(lines: readonly string[]): ContainerLines {
  const parsed = lines
    .slice(-MAX_LINES)
    .flatMap(line => (typeof line === 'string' ? parseLine(line) ?? [] : []));
  const signal = parsed.findIndex(line => SIGNAL.test(line.message));
  return signal < 0
    ? { running: parsed, ending: [] }
    : { running: parsed.slice(0, signal), ending: parsed.slice(signal) };
}

/** The last line that holds, with the match. */
export function lastMatch(
  lines: readonly LogLine[],
  pattern: RegExp,
): { line: LogLine; match: RegExpExecArray; index: number } | undefined {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    const match = line && pattern.exec(line.message);
    if (match) return { line, match, index };
  }
  return undefined;
}
