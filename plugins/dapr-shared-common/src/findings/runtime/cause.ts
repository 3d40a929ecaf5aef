import { finding } from '../finding';
import type { Finding, FindingCode } from '../types';
import { mask } from './log/mask';

/** One thing that is wrong, as it is seen in one pod or in the workload. */
export interface Cause extends Partial<Pick<Finding, 'severity' | 'title'>> {
  code: FindingCode;
  /** One sentence that can stand for the health of the whole instance. */
  cause: string;
  /** What to do, with the names of this case; else that of the code. */
  fix?: string;
  /** What was seen. */
  evidence?: string;
}

const MAX_EVIDENCE = 300;

/** Cut to what people read, and without secrets. */
export function evidence(text: string, room = MAX_EVIDENCE): string {
  const line = mask(text).replace(/\s+/g, ' ').trim();
  return line.length > room ? `${line.slice(0, room - 1)}…` : line;
}

/** The cause as a finding; `where` says in how many pods it was seen. */
export function toFinding(
  { code, evidence: seen, fix = code.fix, ...found }: Cause,
  where?: string,
): Finding {
  const tail = where ? `(${where})` : '';
  const room = MAX_EVIDENCE - tail.length - 1;
  const shown = [seen && evidence(seen, room), tail].filter(Boolean).join(' ');
  return finding(code, {
    ...found,
    fix,
    ...(shown ? { evidence: shown } : {}),
  });
}

/** How a container ended, as evidence; what is not known is left out. */
export function ending(
  container: string,
  reason: string | undefined,
  exitCode: number | undefined,
  restarts: number,
): string {
  const known = [
    ...(reason ? [reason] : []),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
    restarted(restarts),
  ];
  return `${container}: ${known.join(', ')}`;
}

/** How often something started again, for people. */
export function restarted(times: number): string {
  return times === 1 ? 'restarted once' : `restarted ${times} times`;
}
