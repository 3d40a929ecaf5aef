import type { Plan } from '../../plan';

/** Where the chart's authors publish it. Source: dapr/dapr-shared. */
const OFFICIAL = 'oci://registry-1.docker.io/daprio/dapr-shared-chart';

/** Flux `OCIRepository`: the chart at its version. */
export function ociRepository(plan: Plan, chartRepository = OFFICIAL) {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name: plan.releaseName, namespace: plan.target.namespace },
    spec: {
      interval: '1h',
      url: chartRepository,
      layerSelector: {
        mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
        operation: 'copy',
      },
      ref: { tag: plan.chart.version },
    },
  };
}
