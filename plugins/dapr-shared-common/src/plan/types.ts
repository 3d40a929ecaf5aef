import type { ControlPlane } from '../api';
import type { Finding } from '../findings';
import type { AppProtocol, Strategy } from '../instance';
import type { Values } from '../values';
import type { OverlayChoices } from './overlay';

/**
 * What a developer asks for.
 *
 * @public
 */
export interface PlanRequest {
  appId: string;
  target: Target;
  /** Port 0: the app only calls Dapr and is never called. */
  app: {
    /** Default `<appId>.<namespace>.svc.<cluster domain>`. */
    host?: string;
    port: number;
    protocol: AppProtocol;
    /** The app may have no pod for any time (functions, batch, KEDA, Knative). */
    scaleToZero?: boolean;
  };
  strategy: Strategy;
  /** Deployment only. Default 1. */
  replicas?: number;
  /** Dapr runtime version; default that of the control plane, else the newest known. */
  runtimeVersion?: string;
  chart?: ChartChoice;
  /** Where images come from; default Docker Hub. */
  images?: ImageChoice;
  /** A ServiceAccount that is there already; default: the chart makes one. */
  serviceAccount?: string;
  /** Name of a Dapr Configuration in the app's namespace. */
  configuration?: string;
  /** What the chart's values cannot say. */
  overlay?: OverlayChoices;
  /** Values set by hand. They win over what the plan would write. */
  values?: Values;
  /** Entity refs of those who own the entity. For policy; never written. */
  owners?: readonly string[];
  /** Entity ref of the component, written as a backlink. */
  entityRef?: string;
  /** `repository#branch:path`, written as a backlink. */
  source?: string;
}

/** @public */
export interface ChartChoice {
  /** Version of the chart; default the newest that plans were checked with. */
  version?: string;
  /** Where the chart comes from; default the official OCI address. */
  source?: ChartSource;
}

/**
 * A mirror of the chart: an OCI repository (address with the chart's name,
 * without a tag) or a folder of a Git repository.
 *
 * @public
 */
export type ChartSource =
  | { kind: 'oci'; url: string }
  | { kind: 'git'; url: string; ref: string; path: string };

/** @public */
export interface ImageChoice {
  /** Registry and path of both images: `registry.example/daprio`. */
  registry?: string;
  /** An init container's image of one's own. */
  initContainer?: { registry?: string; name?: string; tag?: string };
  /** Names of Secrets in the app's namespace. */
  pullSecrets?: readonly string[];
}

/** Cluster and namespace. @public */
export interface Target {
  cluster: string;
  namespace: string;
}

/**
 * What is known of the target cluster. Everything may be unknown.
 *
 * @public
 */
export interface ClusterFacts {
  controlPlane?: ControlPlane | null;
  /** Default `cluster.local`. */
  clusterDomain?: string;
}

/** @public */
export interface Plan {
  appId: string;
  target: Target;
  strategy: Strategy;
  /** App id cut to 44, `-`, 8 hex digits of sha256(namespace/appId). */
  releaseName: string;
  /** Source: only where it is not the official one. */
  chart: { name: string; version: string; source?: ChartSource };
  runtimeVersion: string;
  /** Entity ref of the owner, where the request names one. */
  entityRef?: string;
  /** Only what differs from the chart's defaults. */
  values: ValuesDocument;
  /** Names of the overlay entries that apply, in order. */
  overlay: string[];
  /** What the entries were asked to do; absent where nothing was asked. */
  choices?: OverlayChoices;
  findings: Finding[];
}

/** Helm values, with a comment beside each key path that says why. @public */
export interface ValuesDocument {
  data: Record<string, unknown>;
  /** Comments by dotted key path (`shared.controlPlane.sentry.port`). */
  comments: Record<string, string>;
}
