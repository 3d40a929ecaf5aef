import type {
  ClusterDto,
  ClusterStateDto,
  Finding,
  InstanceDto,
} from 'backstage-plugin-dapr-shared-common';
import type { StoredInstance } from '../store';

/** Worst first. */
const order = ['degraded', 'missing', 'unknown', 'progressing', 'healthy'];

export function byUrgency(a: InstanceDto, b: InstanceDto): number {
  return (
    order.indexOf(a.health.status) - order.indexOf(b.health.status) ||
    a.id.localeCompare(b.id)
  );
}

export function toInstanceDto(
  stored: StoredInstance,
  cluster: ClusterDto | undefined,
  { ambiguous, findings }: { ambiguous: boolean; findings: Finding[] },
): InstanceDto {
  const { namespace, appId, health, since, observedAt, details } = stored;
  return {
    id: `${stored.cluster}/${namespace}/${appId}`,
    cluster: stored.cluster,
    namespace,
    appId,
    ...details,
    findings,
    health,
    since,
    observedAt,
    stale: cluster?.state !== 'connected',
    ambiguous,
  };
}

/** The API server's own words only for those who may see them. */
export function toClusterStateDto(
  cluster: ClusterDto,
  withDetail: boolean,
): ClusterStateDto {
  const { name, title, state, message, detail, observedAt, since } = cluster;
  return {
    name,
    title,
    state,
    message,
    ...(withDetail ? { detail } : {}),
    observedAt,
    since,
  };
}
