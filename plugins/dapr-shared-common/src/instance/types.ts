import type { KubeObject } from '../objects';

/**
 * How daprd is spread: one per node, or a number of replicas.
 *
 * @public
 */
export type Strategy = 'daemonset' | 'deployment';

/**
 * Protocols daprd speaks to its app. Source: daprd `--app-protocol`.
 *
 * @public
 */
export type AppProtocol = 'http' | 'https' | 'grpc' | 'grpcs' | 'h2c';

/**
 * Identity of an instance. It survives a switch of strategy, a renamed release
 * and a redeploy.
 *
 * @public
 */
export interface InstanceRef {
  cluster: string;
  namespace: string;
  appId: string;
}

/**
 * Where daprd reaches the app.
 *
 * @public
 */
export interface AppChannel {
  /** A host, never a URL. Undefined where no host was given. */
  host?: string;
  /** 0 means that there is no app to call: the app only calls Dapr. */
  port: number;
  /** As written; `http` where nothing is written. */
  protocol: string;
}

/**
 * Pod counts as the workload's controller reports them; a rendered workload
 * has `desired` alone (a DaemonSet's is unknown before it runs).
 *
 * @public
 */
export interface Replicas {
  /** Undefined where only the cluster can tell (a DaemonSet not yet applied). */
  desired?: number;
  ready: number;
  updated: number;
  available: number;
}

/**
 * The DaemonSet or Deployment that runs an instance's daprd.
 *
 * @public
 */
export interface Workload {
  kind: 'DaemonSet' | 'Deployment';
  name: string;
  strategy: Strategy;
  uid?: string;
  /** RFC 3339. */
  createdAt?: string;
  /** RFC 3339; set while the workload is being deleted. */
  deletedAt?: string;
  replicas: Replicas;
  /** False while the controller has not seen the newest generation. */
  observed: boolean;
  /** Labels its pods carry (`spec.selector.matchLabels`). */
  selector: Record<string, string>;
  /** Arguments of the container `daprd`, as written. */
  args: string[];
  /** Image reference of the container `daprd`. */
  image?: string;
  chart?: ChartRef;
  /** The Helm release, from `app.kubernetes.io/instance`. */
  release?: string;
  /** Annotations of the pod template. */
  podAnnotations: Record<string, string>;
  /** The object it was read from. */
  object: KubeObject;
}

/** @public */
export interface ChartRef {
  name: string;
  version: string;
}

/**
 * The shared daprd of one app id in one namespace.
 *
 * @public
 */
export interface Instance {
  namespace: string;
  appId: string;
  /**
   * Normally one. The first is the one that counts: not being deleted, newest.
   * Two are a problem unless one is replacing the other.
   */
  workloads: [Workload, ...Workload[]];
  /** Strategy of the first workload. */
  strategy: Strategy;
  /** Undefined where nothing tells (no `--app-channel-address`, no port). */
  appChannel?: AppChannel;
  /** Tag of the daprd image, or undefined (digest only, no tag). */
  daprdVersion?: string;
  chart?: ChartRef;
  release?: string;
  /** Annotation `dapr-shared.backstage.io/source`: `repository#branch:path`. */
  source?: string;
  /** Annotation `dapr-shared.backstage.io/entity`: an entity ref. */
  entityRef?: string;
}

/**
 * Argo CD's words.
 *
 * @public
 */
export type HealthStatus =
  | 'healthy'
  | 'progressing'
  | 'degraded'
  | 'missing'
  | 'unknown';

/** @public */
export interface HealthReport {
  status: HealthStatus;
  /**
   * One short sentence that says what is wrong and, where known, why; for a
   * healthy instance what is fine. Never a bare code.
   */
  summary: string;
  /** The machine-readable cause as Kubernetes names it (`CrashLoopBackOff`). */
  reason?: string;
}
