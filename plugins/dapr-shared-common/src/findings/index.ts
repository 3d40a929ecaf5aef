export { assess, type Assessment, type Weighing } from './assess';
export { findingCodes } from './codes';
export type { CheckInput, ContainerLog } from './input';
export { bySeverity, severities } from './order';
export {
  applyFindingPolicy,
  type FindingRule,
  parseFindingPolicy,
} from './policy';
export type { Finding, FindingCode, Severity } from './types';
