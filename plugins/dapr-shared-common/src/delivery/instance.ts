import { stringify } from 'yaml';
import { checksum, type Plan } from '../plan';
import type { DeliveryFile } from './types';

/** What is known of the plan beside the objects. */
interface Origin {
  /** Name of the GitOps repository in the portal's configuration. */
  gitops: string;
  entityRef?: string;
}

/**
 * What the portal remembers of an instance: never applied to a cluster. By the
 * checksums a later change knows which of its own files people have edited.
 *
 * @param ours - the files that are the portal's alone
 */
export function instanceFile(
  plan: Plan,
  origin: Origin,
  ours: readonly DeliveryFile[],
): DeliveryFile {
  const content = {
    apiVersion: 'dapr-shared.backstage.io/v1alpha1',
    kind: 'Instance',
    target: plan.target,
    appId: plan.appId,
    ...(origin.entityRef ? { entity: origin.entityRef } : {}),
    gitops: origin.gitops,
    release: plan.releaseName,
    chart: plan.chart,
    runtimeVersion: plan.runtimeVersion,
    overlay: plan.overlay,
    checksums: Object.fromEntries(
      ours.map(file => [file.path, `sha256:${checksum(file.content)}`]),
    ),
  };
  const comments =
    '# Written by Dapr Shared for Backstage, which reads it again to change this\n' +
    '# instance. It is not applied to the cluster; values.yaml is the file to edit.\n';
  return {
    path: 'instance.yaml',
    content: comments + stringify(content, { lineWidth: 0 }),
  };
}
