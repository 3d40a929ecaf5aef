import type { Plan } from '../../plan';

/** The file that tells kustomize where a HelmRelease names its ConfigMap. */
export const NAME_REFERENCE_FILE = 'kustomizeconfig.yaml';

/** Name of the ConfigMap with the values, before kustomize puts its hash on. */
export function valuesConfigMap(plan: Plan): string {
  return `${plan.releaseName}-values`;
}

/**
 * What is applied from the folder. Without this file Flux takes every YAML file
 * for an object, and `values.yaml` would fail the whole cluster's sync.
 */
export function kustomization(plan: Plan, resources: readonly string[]) {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
    configMapGenerator: [
      {
        name: valuesConfigMap(plan),
        namespace: plan.target.namespace,
        files: ['values.yaml'],
      },
    ],
    configurations: [NAME_REFERENCE_FILE],
  };
}

/**
 * Lets the hashed name reach the HelmRelease, so that a changed value leads to
 * an upgrade. Source: Flux, HelmRelease "Values references".
 */
export function nameReference() {
  return {
    nameReference: [
      {
        kind: 'ConfigMap',
        version: 'v1',
        fieldSpecs: [{ path: 'spec/valuesFrom/name', kind: 'HelmRelease' }],
      },
    ],
  };
}
