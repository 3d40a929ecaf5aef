/** @public */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/**
 * What is wrong or worth knowing, in a plan or on a live instance.
 *
 * @public
 */
export interface Finding {
  /** Stable: `DS1xx` identity, `DS2xx` control plane, `DS3xx` capacity, `DS4xx` security, `DS5xx` version, `DS6xx` runtime failure. */
  code: string;
  severity: Severity;
  title: string;
  cause: string;
  fix: string;
  /** What was seen that shows it; never a secret. */
  evidence?: string;
  /** Address of the page that explains the code. */
  docs?: string;
}
