import type {
  ClusterDto,
  ClusterState,
  HealthReport,
  InstanceDto,
} from 'backstage-plugin-dapr-shared-common';

/** What is stored of an instance beside its identity and health. */
export type InstanceDetails = Pick<
  InstanceDto,
  | 'strategy'
  | 'replicas'
  | 'appChannel'
  | 'daprd'
  | 'chart'
  | 'release'
  | 'source'
  | 'workloads'
  | 'findings'
>;

/** An instance as the collector writes it. */
export interface InstanceRecord {
  cluster: string;
  namespace: string;
  appId: string;
  entityRef?: string;
  health: HealthReport;
  details: InstanceDetails;
}

/** An instance as the store gives it back. */
export interface StoredInstance extends InstanceRecord {
  /** RFC 3339: since when it has had this health status. */
  since: string;
  /** RFC 3339. */
  observedAt: string;
}

export type ClusterFacts = Pick<ClusterDto, 'controlPlane' | 'nodes'>;

/**
 * A condition on instances, as permission rules make it.
 *
 * @public
 */
export interface InstanceFilter {
  column: 'cluster' | 'namespace';
  values: string[];
}

export type FailedState = Exclude<ClusterState, 'connected' | 'stale'>;
