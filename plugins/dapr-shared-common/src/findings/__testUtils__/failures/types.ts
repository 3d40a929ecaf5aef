import type { CheckInput } from '../../input';

/** One failure, seen with ever more of what can be read of it. */
export interface Failure {
  name: string;
  /** By what was given: `status`, `+ events`, `+ logs`, `+ cluster`. */
  given: Readonly<Record<string, CheckInput>>;
}
