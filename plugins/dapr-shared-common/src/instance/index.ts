export { readControlPlane, readMtls } from './controlPlane';
export { drift, type Difference, type DriftOptions } from './drift';
export { health, type HealthInput } from './health';
export { inspect } from './inspect';
export { podsOf } from './pods';
export type {
  AppChannel,
  AppProtocol,
  ChartRef,
  HealthReport,
  HealthStatus,
  Instance,
  InstanceRef,
  Replicas,
  Strategy,
  Workload,
} from './types';
