import type { Finding, Severity } from 'backstage-plugin-dapr-shared-common';

/** Worst first. */
export const severities: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** Whether a finding is as bad as a threshold, or worse. */
export function isAtLeast(
  { severity }: Finding,
  threshold: Severity | 'never',
): boolean {
  return (
    threshold !== 'never' &&
    severities.indexOf(severity) <= severities.indexOf(threshold)
  );
}
