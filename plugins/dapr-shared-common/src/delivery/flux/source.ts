import type { ChartSource, Plan } from '../../plan';
import type { DeliveryFile } from '../types';
import { yamlFile } from '../yamlFile';

/** The Flux source of the chart. */
export function sourceFile(plan: Plan, source: ChartSource): DeliveryFile {
  return source.kind === 'oci'
    ? yamlFile('oci-repository.yaml', ociRepository(plan, source.url))
    : yamlFile('git-repository.yaml', gitRepository(plan, source));
}

/** Flux `OCIRepository`: the chart at its version. */
function ociRepository(plan: Plan, url: string) {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name: plan.releaseName, namespace: plan.target.namespace },
    spec: {
      interval: '1h',
      url,
      layerSelector: {
        mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
        operation: 'copy',
      },
      ref: { tag: plan.chart.version },
    },
  };
}

/** Flux `GitRepository`: the chart's own repository, without the rest of it. */
function gitRepository(
  plan: Plan,
  { url, path, ref }: Extract<ChartSource, { kind: 'git' }>,
) {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: plan.releaseName, namespace: plan.target.namespace },
    spec: {
      interval: '1h',
      url,
      ref: gitReference(ref),
      ignore: `/*\n!/${path}\n`,
    },
  };
}

function gitReference(ref: string) {
  if (/^[0-9a-f]{40}$/.test(ref)) return { commit: ref };
  return /^v?\d/.test(ref) ? { tag: ref } : { branch: ref };
}
