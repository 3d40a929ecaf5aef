import { overlayChanges, type Plan } from '../../plan';
import { chartSource } from '../chartSource';
import { withNamespace } from '../finalObjects';
import type { GitOpsRepository } from '../gitops';
import { instanceFile } from '../instance';
import { refuseSecrets } from '../secrets';
import type { DeliveryFile } from '../types';
import { valuesFile } from '../values';
import { yamlFile, yamlStream } from '../yamlFile';
import { helmRelease } from './helmRelease';
import {
  kustomization,
  NAME_REFERENCE_FILE,
  nameReference,
} from './kustomization';
import { sourceFile } from './source';

const HELM_RELEASE_FILE = 'helm-release.yaml';
const OBJECTS_FILE = 'objects.yaml';

/**
 * The files of a plan for Flux, relative to the instance's folder. The same
 * plan gives the same bytes.
 *
 * @throws InputError where a file would hold a token
 * @public
 */
export function fluxDelivery(
  plan: Plan,
  gitops: Pick<GitOpsRepository, 'name' | 'chartRepository'>,
): DeliveryFile[] {
  refuseSecrets(plan);
  const source = chartSource(plan, gitops);
  const sources = sourceFile(plan, source);
  const changes = overlayChanges(plan);
  // A post-renderer of Flux can change and remove, but not add.
  const added = changes.added.map(object =>
    withNamespace(object, plan.target.namespace),
  );
  const objects = added.length > 0 ? [yamlStream(OBJECTS_FILE, added)] : [];
  const resources = [sources, { path: HELM_RELEASE_FILE }, ...objects];
  const ours = [
    yamlFile(
      'kustomization.yaml',
      kustomization(
        plan,
        resources.map(file => file.path),
      ),
    ),
    yamlFile(NAME_REFERENCE_FILE, nameReference()),
    sources,
    yamlFile(HELM_RELEASE_FILE, helmRelease(plan, source, changes)),
    ...objects,
  ];
  return [...ours, valuesFile(plan), instanceFile(plan, 'flux', gitops, ours)];
}
