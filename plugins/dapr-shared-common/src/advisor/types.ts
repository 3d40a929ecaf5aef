/**
 * The ways to run daprd for an app: beside each of its pods, or shared as one
 * per node or as a number of replicas.
 *
 * @public
 */
export type HostingStrategy = 'sidecar' | 'daemonset' | 'deployment';

/**
 * A number that moves, as with autoscaling; both ends are reached.
 *
 * @public
 */
export interface CountRange {
  min: number;
  max: number;
}

/**
 * What is known of an app and its cluster. Whatever is left out is not known,
 * and nothing is guessed in its place.
 *
 * @public
 */
export interface AdviceInput {
  /** App ids that are alike and would be hosted alike. Default 1. */
  appIds?: number;
  /** Pods of the app, per app id. */
  appPods?: CountRange;
  /** Nodes that are ready and would get a daprd. */
  readyNodes?: number;
  /** The app may have no pod for any time (functions, batch, KEDA, Knative). */
  scaleToZero?: boolean;
  /** Each millisecond between app and daprd counts. */
  latencySensitive?: boolean;
  /** Requests per second that pass daprd, per app id. */
  requestsPerSecond?: number;
  /** The app hosts Dapr actors. */
  actors?: boolean;
  /** The app runs Dapr workflows. */
  workflows?: boolean;
  /** Calls from the app to daprd should not leave the node. */
  nodeLocal?: boolean;
  /** No other pod may reach this app's Dapr API. */
  isolation?: boolean;
  /** Replicas of a shared Deployment, per app id; default as many as availability and the request rate ask for. */
  replicas?: number;
}

/**
 * What one way of hosting comes to, over all app ids.
 *
 * @public
 */
export interface HostingOption {
  strategy: HostingStrategy;
  /** How many daprd run; undefined where `countDependsOn` names what is missing. */
  daprds?: CountRange;
  /** What would have to be known for the count: `app pods`, `nodes`. */
  countDependsOn?: string;
  /** CPU that all daprd reserve, in thousandths of a core. */
  cpuRequestMillicores?: CountRange;
  /** Memory that all daprd reserve, in MiB. */
  memoryRequestMebibytes?: CountRange;
  /** Network hops between the app and its daprd, each way. */
  hops: CountRange;
  /** What speaks against it here, or has to be done for it. */
  caveats: string[];
}

/** @public */
export interface Advice {
  recommended: HostingStrategy;
  /** Why, the deciding reason first. */
  reasons: string[];
  /** Sidecar, DaemonSet, Deployment. */
  options: HostingOption[];
  /** What the estimate does not tell. */
  limits: string[];
}
