import type { AppProtocol, Strategy } from '../../../instance';
import type { KubeObject } from '../../../objects';
import type { ChartChoice, ImageChoice, OverlayChoices } from '../../../plan';
import type { Values } from '../../../values';

/**
 * Body of `POST /v1/plans`, and input of the action `dapr-shared:generate`:
 * what somebody asks for, flat as a form has it. Whose an entity of the catalog
 * is, and what the cluster runs, is looked up, never given.
 *
 * @public
 */
export interface PlanRequestDto {
  /** Name of an entry of `daprShared.gitops`. */
  gitops: string;
  /** One that the repository serves. */
  cluster: string;
  namespace: string;
  appId: string;
  /** A host, not a URL. Default: the Service named like the app id. */
  host?: string;
  /** 0: the app only calls Dapr and is never called. */
  port: number;
  /** Default `http`. */
  protocol?: AppProtocol;
  /** The app may have no pod for any time. */
  scaleToZero?: boolean;
  /** Default: that of the platform's policy. */
  strategy?: Strategy;
  /** Deployment only; ignored for a DaemonSet. Default 1. */
  replicas?: number;
  /** Default: that of the cluster's control plane. */
  runtimeVersion?: string;
  /** Component it belongs to; its owners decide which policy applies. */
  entityRef?: string;
  /** Who will own the component, where the catalog does not know it yet; else the catalog says. */
  owner?: string;
  chart?: ChartChoice;
  images?: ImageChoice;
  serviceAccount?: string;
  configuration?: string;
  overlay?: OverlayChoices;
  values?: Values;
  /** The app's workload as it is, for the wiring. Nothing else is read of it. */
  workload?: KubeObject;
  /** Container of the workload that calls Dapr. Default the first. */
  container?: string;
}
