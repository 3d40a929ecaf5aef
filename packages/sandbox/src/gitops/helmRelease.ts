import { InputError } from '@backstage/errors';
import {
  asArray,
  asRecord,
  asString,
  at,
  isHook,
  type KubeObject,
  mergeValues,
  render,
  type Values,
} from 'backstage-plugin-dapr-shared-common';
import { parse } from 'yaml';
import type { Kustomized } from './kustomization';
import { applyPatches } from './patches';

/**
 * What Flux's Helm controller brings to the cluster for a release: the chart
 * with its values, the post-renderers on it. Hooks are for uninstall alone and
 * are left out.
 *
 * @throws InputError where the release cannot be installed
 */
export function releaseObjects(
  release: KubeObject,
  { objects, configMaps }: Kustomized,
): KubeObject[] {
  const namespace = release.metadata?.namespace ?? 'default';
  const name = asString(at(release, 'spec', 'releaseName')) ?? release.metadata?.name ?? ''; // prettier-ignore
  const rendered = render({
    chartVersion: chartVersion(release, objects),
    releaseName: name,
    namespace,
    values: valuesOf(release, configMaps),
  }).filter(object => !isHook(object));
  const patches = asArray(at(release, 'spec', 'postRenderers')).flatMap(
    renderer => asArray(at(renderer, 'kustomize', 'patches')),
  );
  return applyPatches(rendered, patches).map(object => ({
    ...object,
    metadata: {
      // Objects without a namespace of their own go where the release is.
      namespace,
      ...object.metadata,
      annotations: {
        'meta.helm.sh/release-name': name,
        'meta.helm.sh/release-namespace': namespace,
        ...object.metadata?.annotations,
      },
    },
  }));
}

function chartVersion(
  release: KubeObject,
  objects: readonly KubeObject[],
): string {
  const wanted = at(release, 'spec', 'chartRef', 'name');
  const repository = objects.find(
    object =>
      object.kind === 'OCIRepository' && object.metadata?.name === wanted,
  );
  const tag = asString(at(repository, 'spec', 'ref', 'tag'));
  if (!tag) {
    throw new InputError(`spec.chartRef: there is no OCIRepository ${wanted} with spec.ref.tag.`); // prettier-ignore
  }
  return tag;
}

/** `valuesFrom` in order, then `values`. */
function valuesOf(
  release: KubeObject,
  configMaps: Kustomized['configMaps'],
): Values {
  let values: Values = {};
  for (const source of asArray(at(release, 'spec', 'valuesFrom'))) {
    const name = asString(at(source, 'name')) ?? '';
    const key = asString(at(source, 'valuesKey')) ?? 'values.yaml';
    const content = configMaps.get(name)?.[key];
    if (content === undefined) {
      throw new InputError(`spec.valuesFrom: ConfigMap ${name} has no ${key}.`);
    }
    const parsed: unknown = parse(content, { version: '1.1' });
    values = mergeValues(values, asRecord(parsed) ?? {});
  }
  return mergeValues(values, asRecord(at(release, 'spec', 'values')) ?? {});
}
