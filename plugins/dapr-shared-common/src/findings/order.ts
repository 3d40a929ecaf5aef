import type { Finding, Severity } from './types';

/**
 * Every severity, worst first.
 *
 * @public
 */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const satisfies readonly Severity[];

/**
 * Worst first; the order among equals stays.
 *
 * @public
 */
export function bySeverity(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
