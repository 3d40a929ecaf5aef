import { checksum, type Plan } from '../plan';
import type { GitOpsRepository } from './gitops';
import type { DeliveryFile, DeliveryKind } from './types';
import { yamlFile } from './yamlFile';

const COMMENT = `Written by Dapr Shared for Backstage, which reads it again to change this
instance. It is not applied to the cluster; values.yaml is the file to edit.`;

/**
 * What the portal remembers of an instance: never applied to a cluster. By the
 * checksums a later change knows which of its own files people have edited.
 *
 * @param ours - the files that are the portal's alone
 */
export function instanceFile(
  plan: Plan,
  delivery: DeliveryKind,
  gitops: Pick<GitOpsRepository, 'name'>,
  ours: readonly DeliveryFile[],
): DeliveryFile {
  const content = {
    apiVersion: 'dapr-shared.backstage.io/v1alpha1',
    kind: 'Instance',
    target: plan.target,
    appId: plan.appId,
    ...(plan.entityRef ? { entity: plan.entityRef } : {}),
    gitops: gitops.name,
    delivery,
    release: plan.releaseName,
    chart: plan.chart,
    runtimeVersion: plan.runtimeVersion,
    overlay: plan.overlay,
    checksums: Object.fromEntries(
      ours.map(file => [file.path, `sha256:${checksum(file.content)}`]),
    ),
  };
  return yamlFile('instance.yaml', content, COMMENT);
}
