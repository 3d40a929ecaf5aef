import {
  asArray,
  asRecord,
  asString,
  at,
  CHART_NAME,
} from 'backstage-plugin-dapr-shared-common';
import type { ParsedDocument } from '../input';
import type { Scope } from '../scope';
import { looksLikeValues } from './looksLikeValues';
import { type KustomizePatch, readPatches } from './patches';
import type { Layer } from './types';

/** A release as its tool's object names it; its values may lie elsewhere. */
export interface Named {
  document: ParsedDocument;
  name?: string;
  namespace?: string;
  chartVersion?: string;
  patches: readonly KustomizePatch[];
  /** Values within the object. */
  inline: Layer[];
  /** It says that there are values outside of the object. */
  hasValuesElsewhere: boolean;
}

/** A Flux HelmRelease of the chart; undefined for anything else. */
export function readHelmRelease(
  document: ParsedDocument,
  { objects }: Scope,
): Named | undefined {
  const { data } = document;
  const group = asString(at(data, 'apiVersion'))?.split('/')[0];
  if (
    group !== 'helm.toolkit.fluxcd.io' ||
    at(data, 'kind') !== 'HelmRelease'
  ) {
    return undefined;
  }
  const spec = at(data, 'spec');
  const values = asRecord(at(spec, 'values'));
  const chart = asString(at(spec, 'chart', 'spec', 'chart'));
  const source = objects.find(
    ({ object }) =>
      object.kind === 'OCIRepository' &&
      object.metadata?.name === at(spec, 'chartRef', 'name'),
  )?.object;
  const chartNames = [chart, asString(at(source, 'spec', 'url'))];
  const isOurs =
    looksLikeValues(values) ||
    chartNames.some(name => name?.split('/').at(-1) === CHART_NAME);
  if (!isOurs) return undefined;
  const name = asString(at(data, 'metadata', 'name'));
  const target = asString(at(spec, 'targetNamespace'));
  return {
    document,
    name:
      asString(at(spec, 'releaseName')) ??
      (target ? `${target}-${name}` : name),
    namespace: target ?? asString(at(data, 'metadata', 'namespace')),
    chartVersion:
      asString(at(spec, 'chart', 'spec', 'version')) ??
      asString(at(source, 'spec', 'ref', 'tag')),
    patches: asArray(at(spec, 'postRenderers')).flatMap(renderer =>
      readPatches(at(renderer, 'kustomize', 'patches')),
    ),
    inline: values ? [{ document, path: ['spec', 'values'], values }] : [],
    hasValuesElsewhere: asArray(at(spec, 'valuesFrom')).length > 0,
  };
}
