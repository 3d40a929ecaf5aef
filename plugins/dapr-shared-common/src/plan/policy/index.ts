export { policyDefaults, withPolicyDefaults } from './defaults';
export { policyFindings } from './findings';
export type { PolicySubject } from './match';
export { parsePolicy } from './parse';
export type {
  PolicyCondition,
  PolicyDefaults,
  PolicyMatch,
  PolicyRule,
  PolicyScalar,
  PolicyTest,
} from './types';
