import type {
  ClusterDto,
  ClusterState,
  HealthStatus,
} from 'backstage-plugin-dapr-shared-common';
import type { StoredInstance } from './types';

export interface ClusterRow {
  name: string;
  title: string;
  state: ClusterState;
  message: string | null;
  detail: string | null;
  since: string;
  observed_at: string | null;
  facts: string | null;
}

export interface InstanceRow {
  cluster: string;
  namespace: string;
  app_id: string;
  entity_ref: string | null;
  health: HealthStatus;
  since: string;
  observed_at: string;
  report: string;
  details: string;
}

export function clusterOf(row: ClusterRow): ClusterDto {
  return {
    name: row.name,
    title: row.title,
    state: row.state,
    since: row.since,
    ...(row.message ? { message: row.message } : {}),
    ...(row.detail ? { detail: row.detail } : {}),
    ...(row.observed_at ? { observedAt: row.observed_at } : {}),
    ...(row.facts ? JSON.parse(row.facts) : {}),
  };
}

export function instanceOf(row: InstanceRow): StoredInstance {
  return {
    cluster: row.cluster,
    namespace: row.namespace,
    appId: row.app_id,
    entityRef: row.entity_ref ?? undefined,
    since: row.since,
    observedAt: row.observed_at,
    health: JSON.parse(row.report),
    // What was written before there were findings has none.
    details: { findings: [], ...JSON.parse(row.details) },
  };
}
