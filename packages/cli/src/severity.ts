import {
  type Finding,
  severities,
  type Severity,
} from 'backstage-plugin-dapr-shared-common';

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
