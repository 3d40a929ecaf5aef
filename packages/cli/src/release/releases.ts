import {
  asArray,
  asRecord,
  asString,
  at,
} from 'backstage-plugin-dapr-shared-common';
import type { ParsedDocument } from '../input';
import type { Scope } from '../scope';
import { readApplication } from './application';
import { type Named, readHelmRelease } from './helmRelease';
import { looksLikeValues, subchartKey } from './looksLikeValues';
import { readPatches } from './patches';
import type { Layer, Release } from './types';

/**
 * The Helm releases of the chart in a scope. A HelmRelease or an Application
 * and the one file of values beside it are one release.
 */
export function releasesOf(scope: Scope): {
  releases: Release[];
  notes: string[];
} {
  const named = scope.documents.flatMap(
    document =>
      readHelmRelease(document, scope) ?? readApplication(document) ?? [],
  );
  const files = scope.documents.flatMap(readValuesFile);
  const referring = named.filter(
    ({ hasValuesElsewhere }) => hasValuesElsewhere,
  );
  const linked = referring.length === 1 && files.length === 1;
  const notes: string[] = [];
  const releases = named.flatMap(release => {
    const below = linked && release === referring[0] ? files : [];
    const [first, ...others] = [...below, ...release.inline];
    if (
      !first ||
      (release.hasValuesElsewhere && !hasAppId([first, ...others]))
    ) {
      notes.push(elsewhere(release));
      return [];
    }
    return [withOrigin({ ...release, layers: [first, ...others] }, scope)];
  });
  const alone = linked ? [] : files;
  return {
    releases: [
      ...releases,
      ...alone.map(layer =>
        withOrigin({ layers: [layer], patches: [] }, scope),
      ),
    ],
    notes,
  };
}

function hasAppId(layers: readonly Layer[]): boolean {
  return layers.some(({ values }) => at(values, 'shared', 'appId'));
}

function elsewhere({ document: { file } }: Named): string {
  return `${file}: its values are not in the input, so that it was not checked.`;
}

function readValuesFile(document: ParsedDocument): Layer[] {
  const values = asRecord(document.data);
  if (!values || (values.apiVersion && values.kind)) return [];
  if (looksLikeValues(values)) return [{ document, path: [], values }];
  const key = subchartKey(values);
  const inner = key ? asRecord(values[key]) : undefined;
  return key && inner ? [{ document, path: [key], values: inner }] : [];
}

/** What the portal remembers of the folder, where nothing nearer says it. */
function withOrigin(release: Release, scope: Scope): Release {
  const { instanceFile, documents } = scope;
  if (!instanceFile) return release;
  const postRenderer = documents
    .map(({ data }) => data)
    .filter(data => asArray(at(data, 'resources')).includes('rendered.yaml'));
  return {
    ...release,
    name: release.name ?? asString(at(instanceFile, 'release')),
    namespace:
      release.namespace ?? asString(at(instanceFile, 'target', 'namespace')),
    chartVersion:
      release.chartVersion ?? asString(at(instanceFile, 'chart', 'version')),
    patches: [
      ...release.patches,
      ...postRenderer.flatMap(data => readPatches(at(data, 'patches'))),
    ],
  };
}
