import type { Threshold } from './options';
import type { Report } from './report';
import { isAtLeast } from './severity';

/** 0 fine, 1 findings at or above the threshold, 2 unreadable input. */
export function exitCode(report: Report, failOn: Threshold): number {
  if (report.problems.length > 0) return 2;
  return report.findings.some(({ finding }) => isAtLeast(finding, failOn))
    ? 1
    : 0;
}
