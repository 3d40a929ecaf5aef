import type { ChartSource, Plan } from '../../plan';
import type { DeliveryLayout } from '../types';

/** The chart, with values.yaml out of the GitOps repository. */
export function chartSources(
  plan: Plan,
  layout: DeliveryLayout,
  folder: string,
  source: ChartSource,
) {
  return [
    {
      ...chart(plan, source),
      helm: {
        // Else it is the Application's name, and the chart's ClusterRoles follow it.
        releaseName: plan.releaseName,
        valueFiles: [`$values/${folder}/values.yaml`],
      },
    },
    {
      repoURL: layout.repository,
      targetRevision: layout.branch,
      ref: 'values',
    },
  ];
}

/** Argo CD knows a Helm registry without `oci://`; it must be added there as one. */
function chart(plan: Plan, source: ChartSource) {
  if (source.kind === 'git') {
    const { url, path, ref } = source;
    return { repoURL: url, path, targetRevision: ref };
  }
  const address = source.url.replace(/^oci:\/\//, '');
  const slash = address.lastIndexOf('/');
  return {
    repoURL: address.slice(0, slash),
    chart: address.slice(slash + 1),
    targetRevision: plan.chart.version,
  };
}

/** A folder of the GitOps repository. */
export function objectsSource(layout: DeliveryLayout, path: string) {
  return {
    repoURL: layout.repository,
    targetRevision: layout.branch,
    path,
  };
}
