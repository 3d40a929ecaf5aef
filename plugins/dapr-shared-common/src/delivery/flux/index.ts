import { stringify } from 'yaml';
import type { Plan } from '../../plan';
import type { GitOpsRepository } from '../gitops';
import { instanceFile } from '../instance';
import type { DeliveryFile } from '../types';
import { valuesFile } from '../values';
import { helmRelease } from './helmRelease';
import {
  kustomization,
  NAME_REFERENCE_FILE,
  nameReference,
} from './kustomization';
import { ociRepository } from './ociRepository';

const OCI_REPOSITORY_FILE = 'oci-repository.yaml';
const HELM_RELEASE_FILE = 'helm-release.yaml';

/**
 * The files of a plan for Flux, relative to the instance's folder. The same
 * plan gives the same bytes.
 *
 * @public
 */
export function fluxDelivery(
  plan: Plan,
  gitops: Pick<GitOpsRepository, 'name' | 'chartRepository'>,
): DeliveryFile[] {
  const resources = [OCI_REPOSITORY_FILE, HELM_RELEASE_FILE];
  const ours = [
    file('kustomization.yaml', kustomization(plan, resources)),
    file(NAME_REFERENCE_FILE, nameReference()),
    file(OCI_REPOSITORY_FILE, ociRepository(plan, gitops.chartRepository)),
    file(HELM_RELEASE_FILE, helmRelease(plan)),
  ];
  const origin = { gitops: gitops.name, entityRef: plan.entityRef };
  return [...ours, valuesFile(plan), instanceFile(plan, origin, ours)];
}

function file(path: string, content: object): DeliveryFile {
  return { path, content: stringify(content, { lineWidth: 0 }) };
}
