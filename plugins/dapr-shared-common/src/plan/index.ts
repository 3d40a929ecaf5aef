export type {
  ClusterFacts,
  Plan,
  PlanRequest,
  Target,
  ValuesDocument,
} from './types';
