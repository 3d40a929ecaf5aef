import type { Check } from '../checks/types';

/** Everything that is looked for in an instance that does not run as it should. */
export const runtimeChecks: readonly Check[] = [];
