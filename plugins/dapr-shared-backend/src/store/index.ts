export { Store } from './store';
export type {
  ClusterFacts,
  InstanceFilter,
  InstanceRecord,
  StoredInstance,
} from './types';
