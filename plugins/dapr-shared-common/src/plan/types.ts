import type { ControlPlane } from '../api';
import type { Finding } from '../findings';
import type { AppProtocol, Strategy } from '../instance';

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
  };
  strategy: Strategy;
  /** Deployment only. Default 1. */
  replicas?: number;
  /** Dapr runtime version; default that of the control plane, else the newest known. */
  runtimeVersion?: string;
  /** Entity ref of the owner, written as a backlink. */
  entityRef?: string;
  /** `repository#branch:path`, written as a backlink. */
  source?: string;
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
  chart: { name: string; version: string };
  runtimeVersion: string;
  /** Entity ref of the owner, where the request names one. */
  entityRef?: string;
  /** Only what differs from the chart's defaults. */
  values: ValuesDocument;
  /** Names of the overlay entries that apply, in order. */
  overlay: string[];
  findings: Finding[];
}

/** Helm values, with a comment beside each key path that says why. @public */
export interface ValuesDocument {
  data: Record<string, unknown>;
  /** Comments by dotted key path (`shared.controlPlane.sentry.port`). */
  comments: Record<string, string>;
}
