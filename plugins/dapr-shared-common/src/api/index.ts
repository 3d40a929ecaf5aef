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
  PlanResponse,
  WorkloadDto,
} from './dto';
export {
  type InstanceSelector,
  instanceSelector,
  isAmbiguous,
  type MatchCandidate,
  matchesEntity,
} from './entityMatching';
export { entityOwners } from './owners';
export * from './permissions';
