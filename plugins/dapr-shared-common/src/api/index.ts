export * from './annotations';
export type { DaprSharedApi, RequestOptions } from './client';
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
export * from './permissions';
