import { stringify } from 'yaml';
import { overlayPatches, type Plan } from '../../plan';
import { valuesConfigMap } from './kustomization';

/**
 * Flux `HelmRelease`. The release is named, for Flux would put the namespace
 * before it, and the chart's ClusterRoles are named after it.
 */
export function helmRelease(plan: Plan) {
  const patches = overlayPatches(plan).map(({ target, operations }) => ({
    // Not the kind: who changes the strategy in values.yaml keeps the overlay.
    target: {
      group: target.group,
      version: target.version,
      name: target.name,
    },
    patch: stringify(operations, { lineWidth: 0 }),
  }));
  // Pods are ready only once the app is there: waiting for them would fail, and
  // roll back, the release of an app that is deployed later or scaled to zero.
  const disableWait = true;
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: plan.releaseName, namespace: plan.target.namespace },
    spec: {
      interval: '1h',
      releaseName: plan.releaseName,
      chartRef: { kind: 'OCIRepository', name: plan.releaseName },
      install: { disableWait },
      upgrade: { disableWait },
      valuesFrom: [{ kind: 'ConfigMap', name: valuesConfigMap(plan) }],
      ...(patches.length > 0
        ? { postRenderers: [{ kustomize: { patches } }] }
        : {}),
    },
  };
}
