import type {
  Finding,
  ClusterStateDto,
  EntityInstancesResponse,
  InstanceDto,
} from 'backstage-plugin-dapr-shared-common';

/** An instance as the backend answers it. */
export function instance(over: Partial<InstanceDto> = {}): InstanceDto {
  const ref = { cluster: 'prod-eu', namespace: 'shop', appId: 'orders', ...over };
  return {
    id: `${ref.cluster}/${ref.namespace}/${ref.appId}`,
    cluster: ref.cluster,
    namespace: ref.namespace,
    appId: ref.appId,
    strategy: 'deployment',
    replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
    health: { status: 'healthy', summary: 'All 2 ready.' },
    appChannel: { host: 'orders.shop', port: 8080, protocol: 'http' },
    daprd: { version: '1.18.3', image: 'docker.io/daprio/daprd:1.18.3' },
    chart: { name: 'dapr-shared-chart', version: '1.16.0' },
    release: 'orders',
    workloads: [],
    findings: [],
    observedAt: '2026-01-01T00:00:00Z',
    since: '2026-01-01T00:00:00Z',
    stale: false,
    ambiguous: false,
    ...over,
  };
}

/** A finding, of high severity unless told. */
export function finding(over: Partial<Finding> = {}): Finding {
  return {
    code: 'DS211',
    severity: 'high',
    title: 'Sentry is called at port 80, which it does not have',
    cause: 'The control plane is 1.18.3, whose Sentry has port 443 alone.',
    fix: 'Set shared.controlPlane.sentry.port to 443.',
    evidence: '--sentry-address=dapr-sentry.dapr-system.svc:80',
    docs: 'https://portal.example/findings#ds211',
    ...over,
  };
}

/** An instance that waits for Sentry. */
export function degraded(over: Partial<InstanceDto> = {}): InstanceDto {
  return instance({
    cluster: 'staging',
    health: {
      status: 'degraded',
      summary: 'Waiting for Sentry: port 80 is closed since Dapr 1.14.',
    },
    replicas: { desired: 2, ready: 1, updated: 2, available: 1 },
    ...over,
  });
}

export function cluster(
  name: string,
  over: Partial<ClusterStateDto> = {},
): ClusterStateDto {
  return { name, title: name, state: 'connected', ...over };
}

export function response(
  over: Partial<EntityInstancesResponse> = {},
): EntityInstancesResponse {
  return {
    annotated: true,
    items: [],
    clusters: [cluster('prod-eu'), cluster('staging')],
    ...over,
  };
}
