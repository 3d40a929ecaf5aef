import type { CheckInput } from '../input';
import type { Finding, FindingCode } from '../types';

/** One thing that may be wrong with an instance. */
export interface Check {
  /** The code it finds. */
  code: FindingCode;
  /** The finding, or undefined where all is well or not enough is known. */
  run(input: CheckInput): Finding | undefined;
}
