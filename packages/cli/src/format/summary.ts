import { severities, type Severity } from 'backstage-plugin-dapr-shared-common';
import type { LocatedFinding, Report } from '../report';
import type { Threshold } from '../options';
import { isAtLeast } from '../severity';

/** How many findings there are of each severity. */
export function count(
  findings: readonly LocatedFinding[],
): Record<Severity, number> {
  const of = (severity: Severity) =>
    findings.filter(({ finding }) => finding.severity === severity).length;
  return {
    critical: of('critical'),
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    info: of('info'),
  };
}

/** One line: what was found, and whether it fails. */
export function summary(report: Report, failOn: Threshold): string {
  const instances = report.results.filter(({ instance }) => instance).length;
  if (report.results.length === 0) return 'No shared daprd found.';
  const counts = count(report.findings);
  const found = severities
    .filter(severity => counts[severity] > 0)
    .map(severity => `${counts[severity]} ${severity}`)
    .join(', ');
  const failing = report.findings.filter(({ finding }) =>
    isAtLeast(finding, failOn),
  ).length;
  const verdict =
    failing > 0 ? ` ${failing} at or above ${failOn}, so this fails.` : '';
  return `${plural(instances, 'instance')}: ${
    found || 'no findings'
  }.${verdict}`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
