export type { ClusterSpec } from './baseObjects';
export { Cluster } from './cluster';
export { ObjectStore } from './objectStore';
