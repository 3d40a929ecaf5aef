export { drift, type DriftOptions } from './drift';
export type { Difference } from './types';
