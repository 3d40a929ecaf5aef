export * from './annotations';
export {
  type DaprSharedApi,
  DaprSharedClient,
  type RequestOptions,
} from './client';
export type {
  ClusterDto,
  ClustersResponse,
  ClusterState,
  ClusterStateDto,
  ControlPlane,
  EntityInstancesResponse,
  InstanceDto,
  WorkloadDto,
} from './dto';
export {
  type InstanceSelector,
  instanceSelector,
  isAmbiguous,
  type MatchCandidate,
  matchesEntity,
} from './entityMatching';
export * from './permissions';
