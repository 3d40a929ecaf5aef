export { checksum, releaseName } from './names';
export { needsHooks, type PlannedObjects, planObjects } from './objects';
export {
  type CaSource,
  type HardenedIdentity,
  type NetworkPolicyChoice,
  type OverlayChoices,
  overlayReason,
  type Quantities,
  recommendedResources,
  type Resources,
  type SecretKey,
} from './overlay';
export {
  type ObjectPatch,
  type ObjectTarget,
  overlayChanges,
  type OverlayChanges,
  overlayPatches,
} from './patches';
export { plan } from './plan';
export {
  parsePolicy,
  type PolicyCondition,
  policyDefaults,
  type PolicyDefaults,
  type PolicyMatch,
  type PolicyRule,
  type PolicyScalar,
  type PolicySubject,
  type PolicyTest,
} from './policy';
export {
  type RenderedValues,
  renderValues,
  type ValuesFinding,
  type ValuesInput,
} from './renderValues';
export { checkRequest, type RequestProblem } from './request';
export type {
  ChartChoice,
  ChartSource,
  ClusterFacts,
  ImageChoice,
  Plan,
  PlanRequest,
  Target,
  ValuesDocument,
} from './types';
