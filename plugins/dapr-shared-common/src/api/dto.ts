import type { Preview } from '../delivery';
import type { Finding } from '../findings';
import type {
  AppChannel,
  ChartRef,
  HealthReport,
  Replicas,
  Strategy,
} from '../instance';

/**
 * What the portal knows of a cluster. A cluster that cannot be read is never
 * shown as an empty one.
 *
 * - `connected`: the last read succeeded.
 * - `stale`: what is known is older than it should be (for example after the portal restarted).
 * - `unauthenticated`: the API server did not accept the credentials, or none could be had.
 * - `forbidden`: the credentials may not read what is needed.
 * - `unreachable`: no answer, or none in time.
 * - `needs-user`: the cluster's auth provider works with a user's token only.
 *
 * @public
 */
export type ClusterState =
  | 'connected'
  | 'stale'
  | 'unauthenticated'
  | 'forbidden'
  | 'unreachable'
  | 'needs-user';

/** @public */
export interface ClusterStateDto {
  name: string;
  /** For people; the name where the cluster has no title. */
  title: string;
  state: ClusterState;
  /** One sentence: what is wrong and what would help. Absent when connected. */
  message?: string;
  /** The API server's own words; only with `dapr-shared.cluster.read`. */
  detail?: string;
  /** When the cluster was last read whole, RFC 3339; absent when never. */
  observedAt?: string;
  /** Since when it has been in this state, RFC 3339. */
  since?: string;
}

/**
 * Dapr's control plane as read from a cluster.
 *
 * @public
 */
export interface ControlPlane {
  namespace: string;
  /** `app.kubernetes.io/version` of the operator; absent where unlabelled. */
  version?: string;
  /** From Configuration `daprsystem`; absent where it could not be read. */
  trustDomain?: string;
  /** From Configuration `daprsystem`; absent where it could not be read. */
  mtls?: boolean;
  /** Whether the scheduler has its Service; absent where it could not be read. */
  scheduler?: boolean;
}

/** @public */
export interface ClusterDto extends ClusterStateDto {
  /** `null`: read, and none is there. Absent: not known. */
  controlPlane?: ControlPlane | null;
  /** Absent: not known. */
  nodes?: { ready: number; total: number };
}

/** Answer of `GET /v1/clusters`. @public */
export interface ClustersResponse {
  items: ClusterDto[];
  /** Why clusters may be missing: one sentence, with what to configure. */
  problem?: string;
}

/** @public */
export interface WorkloadDto {
  kind: 'DaemonSet' | 'Deployment';
  name: string;
  strategy: Strategy;
  replicas: Replicas;
}

/** @public */
export interface InstanceDto {
  /** `cluster/namespace/appId`. */
  id: string;
  cluster: string;
  namespace: string;
  appId: string;
  strategy: Strategy;
  replicas: Replicas;
  health: HealthReport;
  appChannel?: AppChannel;
  daprd?: { version?: string; image?: string };
  chart?: ChartRef;
  release?: string;
  workloads: WorkloadDto[];
  /** In the order of what to do first. */
  findings: Finding[];
  /** Where it lives in Git: `repository#branch:path`. A hint, not authority. */
  source?: string;
  /** When this was last seen, RFC 3339. */
  observedAt: string;
  /** Since when it has had this health status, RFC 3339. */
  since?: string;
  /** True where its cluster could not be read since. */
  stale: boolean;
  /** True where only the app id matched, and other namespaces or clusters have the same one. */
  ambiguous: boolean;
}

/** Answer of `GET /v1/entities/:kind/:namespace/:name/instances`. @public */
export interface EntityInstancesResponse {
  /** False where the entity names no app id. */
  annotated: boolean;
  /** Worst first. */
  items: InstanceDto[];
  /** Every cluster that may hold instances of this entity. */
  clusters: ClusterStateDto[];
  /** Why clusters may be missing: one sentence, with what to configure. */
  problem?: string;
}

/**
 * Answer of `POST /v1/plans`: what the request comes to on that cluster, as
 * far as whoever asks may know it.
 *
 * @public
 */
export type PlanResponse = Preview;
