import type { Plan } from '../../plan';
import { finalObjects } from '../finalObjects';
import { leftoverConfigMap } from '../findings';
import { instanceFile } from '../instance';
import type { Delivery, DeliveryFile, DeliveryLayout } from '../types';
import { READ_BY_PORTAL, valuesFile } from '../values';
import { yamlFile, yamlStream } from '../yamlFile';

/** The final objects, for whatever applies a folder with a kustomization. */
export function manifestsDelivery(
  plan: Plan,
  layout: DeliveryLayout,
): Delivery {
  const ours = objectFiles(plan);
  return {
    files: [
      ...ours,
      valuesFile(plan, READ_BY_PORTAL),
      instanceFile(plan, 'manifests', layout, ours),
    ],
    findings: leftoverConfigMap(plan, 'applying manifests'),
  };
}

/**
 * A folder of final objects.
 *
 * @param folder - with `/` at its end, or empty
 */
export function objectFiles(plan: Plan, folder = ''): DeliveryFile[] {
  const objects = yamlStream('objects.yaml', finalObjects(plan));
  const kustomization = yamlFile('kustomization.yaml', {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [objects.path],
  });
  return [kustomization, objects].map(({ path, content }) => ({
    path: `${folder}${path}`,
    content,
  }));
}
