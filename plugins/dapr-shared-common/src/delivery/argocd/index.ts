import { overlayChanges, type Plan } from '../../plan';
import { chartSource } from '../chartSource';
import { leftoverConfigMap } from '../findings';
import { instanceFolder } from '../gitops';
import { instanceFile } from '../instance';
import { objectFiles } from '../manifests';
import { isPlain } from '../patches';
import type { Delivery, DeliveryLayout } from '../types';
import { READ_BY_PORTAL, valuesFile } from '../values';
import { yamlFile } from '../yamlFile';
import { application } from './application';
import { chartSources, objectsSource } from './sources';

const APPLICATION_FILE = 'application.yaml';
const OBJECTS_FOLDER = 'objects';

/**
 * An Argo CD `Application`. Its Helm source has no post-rendering, so where
 * the plan has an overlay the Application is on final objects.
 */
export function argocdDelivery(plan: Plan, layout: DeliveryLayout): Delivery {
  const folder = instanceFolder(layout, { ...plan.target, appId: plan.appId });
  const plain = isPlain(overlayChanges(plan));
  const source = chartSource(plan, layout);
  const sources = plain
    ? { sources: chartSources(plan, layout, folder, source) }
    : { source: objectsSource(layout, `${folder}/${OBJECTS_FOLDER}`) };
  const ours = [
    yamlFile('kustomization.yaml', {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [APPLICATION_FILE],
    }),
    yamlFile(APPLICATION_FILE, application(plan, layout.argocd ?? {}, sources)),
    ...(plain ? [] : objectFiles(plan, `${OBJECTS_FOLDER}/`)),
  ];
  return {
    files: [
      ...ours,
      plain ? valuesFile(plan) : valuesFile(plan, READ_BY_PORTAL),
      instanceFile(plan, 'argocd', layout, ours),
    ],
    findings: leftoverConfigMap(plan, 'Argo CD'),
  };
}
