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

/**
 * What a code stands for, wherever it is found. The reference page is made
 * from it.
 *
 * @public
 */
export interface FindingCode {
  code: string;
  /** Unless the finding or the platform's policy says otherwise. */
  severity: Severity;
  title: string;
  /** What would be seen in practice, one or two sentences. */
  seen: string;
  /** What helps, in general; a finding says it with the names of its case. */
  fix: string;
  /** Pages of Dapr or Kubernetes that say more. */
  links?: readonly string[];
}
