/**
 * A number of somebody else's, and where it stands.
 *
 * @public
 */
export interface SizingFigure {
  value: number;
  unit: 'millicores' | 'MiB' | 'MB' | 'ms' | 'replicas';
  source: string;
}

const PRODUCTION =
  'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/';
const PERFORMANCE =
  'https://docs.dapr.io/operations/performance-and-scalability/perf-service-invocation/';

/**
 * What the estimates are made of. Those of daprd are Dapr's own: "Production
 * guidelines on Kubernetes", and "Service invocation performance" (two
 * sidecars, Dapr 1.0).
 *
 * @public
 */
export const sizingFigures = {
  /** What one daprd reserves. */
  cpuRequest: { value: 100, unit: 'millicores', source: PRODUCTION },
  memoryRequest: { value: 250, unit: 'MiB', source: PRODUCTION },
  /** What one daprd may use at most. */
  cpuLimit: { value: 300, unit: 'millicores', source: PRODUCTION },
  /** What 1000 requests per second take. */
  cpuPer1000Requests: { value: 480, unit: 'millicores', source: PERFORMANCE },
  memoryPer1000Requests: { value: 23, unit: 'MB', source: PERFORMANCE },
  /** What daprd adds to a request. */
  latencyP90: { value: 1.4, unit: 'ms', source: PERFORMANCE },
  latencyP99: { value: 2.1, unit: 'ms', source: PERFORMANCE },
  /** The least that outlives the loss of a pod. */
  availability: {
    value: 2,
    unit: 'replicas',
    source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  },
} as const satisfies Record<string, SizingFigure>;
