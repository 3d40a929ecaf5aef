import type { CheckInput } from '../../input';
import type { Finding, FindingCode } from '../../types';

/** An input in which a check finds something. */
export interface FiringCase {
  code: FindingCode;
  when: string;
  input: CheckInput;
  /** What differs from the code's own words. */
  found: Pick<Finding, 'cause'> & Partial<Finding>;
  /** Codes that are true of it as well. */
  also?: readonly string[];
}

/** An input that looks like trouble and is none. */
export type QuietCase = readonly [
  when: string,
  input: CheckInput,
  also?: readonly string[],
];
