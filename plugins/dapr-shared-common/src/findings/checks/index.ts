import type { Check } from './types';

/** Everything that is looked for in an instance's objects, whether it runs or not. */
export const checks: readonly Check[] = [];
