export { checksum, releaseName } from './names';
export { planObjects } from './objects';
export { overlayReason } from './overlay';
export { type ObjectPatch, overlayPatches } from './patches';
export { plan } from './plan';
export { checkRequest, type RequestProblem } from './request';
export type {
  ClusterFacts,
  Plan,
  PlanRequest,
  Target,
  ValuesDocument,
} from './types';
