import {
  type ChartSource,
  needsHooks,
  type OverlayChanges,
  type Plan,
} from '../../plan';
import { kustomizePatches } from '../patches';
import { valuesConfigMap } from './kustomization';

/**
 * Flux `HelmRelease`. The release is named, for Flux would put the namespace
 * before it, and the chart's ClusterRoles are named after it.
 */
export function helmRelease(
  plan: Plan,
  source: ChartSource,
  changes: OverlayChanges,
) {
  const patches = kustomizePatches(changes);
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
      ...chart(plan, source),
      install: { disableWait },
      upgrade: { disableWait },
      ...(needsHooks(plan)
        ? {}
        : // The hook deletes a ConfigMap that never was, and would fail.
          { uninstall: { disableHooks: true } }),
      valuesFrom: [{ kind: 'ConfigMap', name: valuesConfigMap(plan) }],
      ...(patches.length > 0
        ? { postRenderers: [{ kustomize: { patches } }] }
        : {}),
    },
  };
}

function chart(plan: Plan, source: ChartSource) {
  if (source.kind === 'oci') {
    return { chartRef: { kind: 'OCIRepository', name: plan.releaseName } };
  }
  return {
    chart: {
      spec: {
        chart: `./${source.path}`,
        sourceRef: { kind: 'GitRepository', name: plan.releaseName },
        // The version in the repository's Chart.yaml seldom moves.
        reconcileStrategy: 'Revision',
      },
    },
  };
}
