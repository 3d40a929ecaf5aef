export { applyFindingPolicy } from './apply';
export { parseFindingPolicy } from './parse';
export type { FindingRule } from './types';
