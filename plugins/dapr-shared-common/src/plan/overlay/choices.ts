/**
 * What a request may ask of the overlay. Everything is off unless asked for,
 * or unless policy turns it on.
 *
 * @public
 */
export interface OverlayChoices {
  /** Without the init container, its Roles, and the CA's private key in a ConfigMap. */
  identity?: HardenedIdentity;
  /** Where the API token comes from: a Secret in the app's namespace. */
  tokenSecret?: SecretKey;
  /**
   * Whether apps may read Secrets of the cluster through the Dapr API. Default
   * `enabled`, as in the chart; always disabled with a hardened identity.
   */
  secretStore?: 'enabled' | 'disabled';
  /** DaemonSet only: an app is served by the daprd of its own node, or by none. */
  nodeLocal?: boolean;
  /** CPU and memory of daprd. `recommended`: those of Dapr's documentation. */
  resources?: 'recommended' | Resources;
  /** Deployment only: replicas on different nodes and zones, where there are any. */
  spread?: boolean;
  /** Deployment only: a drain takes one replica at a time. */
  disruptionBudget?: boolean;
  /** Lets only pods of the app's namespace call the Dapr API. */
  networkPolicy?: NetworkPolicyChoice;
}

/** daprd's identity without the init container. @public */
export interface HardenedIdentity {
  ca: CaSource;
}

/**
 * Where the certificate of Dapr's CA comes from: a Bundle of trust-manager,
 * a ConfigMap that is there already (key `ca.crt` unless named), or the
 * certificate itself in Git. It is public; there is no private key in any.
 *
 * @public
 */
export type CaSource =
  | { from: 'bundle' }
  | { from: 'config-map'; name: string; key?: string }
  | { from: 'certificate'; pem: string };

/** A key of a Secret. @public */
export interface SecretKey {
  name: string;
  key: string;
}

/** Quantities as Kubernetes writes them: `100m`, `250Mi`. @public */
export interface Resources {
  requests?: Quantities;
  limits?: Quantities;
}

/** @public */
export interface Quantities {
  cpu?: string;
  memory?: string;
}

/** @public */
export interface NetworkPolicyChoice {
  /** Labels of the pods that may call; default: every pod of the namespace. */
  podLabels?: Record<string, string>;
}
