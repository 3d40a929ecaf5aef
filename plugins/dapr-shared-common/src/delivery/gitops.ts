import type { InstanceRef } from '../instance';
import type { DeliveryKind } from './types';

/**
 * A GitOps repository and how instances lie in it. One entry of
 * `daprShared.gitops[]`.
 *
 * @public
 */
export interface GitOpsRepository {
  /** By which templates and actions name it. */
  name: string;
  /** Address as a browser opens it, without `.git`. */
  repository: string;
  branch: string;
  /** Clusters that are fed from it. */
  clusters: readonly string[];
  /** Folder of an instance, with `{cluster}`, `{namespace}` and `{appId}`. */
  path: string;
  delivery: DeliveryKind;
  /**
   * Where the chart comes from; default the official OCI address. Either
   * `oci://…`, or a Git repository as
   * `https://host/org/repo//path/to/chart?ref=v0.0.16`.
   */
  chartRepository?: string;
  /** `argocd` only. */
  argocd?: ArgoCdSettings;
}

/**
 * What an Argo CD installation calls things.
 *
 * @public
 */
export interface ArgoCdSettings {
  /** Namespace of the Applications. Default `argocd`. */
  namespace?: string;
  /** AppProject. Default `default`. */
  project?: string;
  /** Name of the target cluster as Argo CD knows it. Default the plan's. */
  destination?: string;
}

/** @public */
export const DEFAULT_INSTANCE_PATH =
  'clusters/{cluster}/{namespace}/dapr-shared/{appId}';

/**
 * Folder of an instance in the repository, without a slash at either end.
 *
 * @public
 */
export function instanceFolder(
  gitops: Pick<GitOpsRepository, 'path'>,
  instance: InstanceRef,
): string {
  return gitops.path
    .replaceAll('{cluster}', instance.cluster)
    .replaceAll('{namespace}', instance.namespace)
    .replaceAll('{appId}', instance.appId);
}

/**
 * Where an instance lives in Git, as its pods are annotated:
 * `repository#branch:path`.
 *
 * @public
 */
export function instanceSource(
  gitops: Pick<GitOpsRepository, 'repository' | 'branch' | 'path'>,
  instance: InstanceRef,
): string {
  const folder = instanceFolder(gitops, instance);
  return `${gitops.repository}#${gitops.branch}:${folder}`;
}
