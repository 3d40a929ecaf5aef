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
