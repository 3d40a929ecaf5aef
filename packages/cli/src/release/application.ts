import {
  asArray,
  asRecord,
  asString,
  at,
  CHART_NAME,
  setPath,
  type Values,
} from 'backstage-plugin-dapr-shared-common';
import { parse } from 'yaml';
import type { ParsedDocument } from '../input';
import type { Named } from './helmRelease';
import { looksLikeValues } from './looksLikeValues';
import type { Layer } from './types';

/** An Argo CD Application on the chart; undefined for anything else. */
export function readApplication(document: ParsedDocument): Named | undefined {
  const { data } = document;
  const group = asString(at(data, 'apiVersion'))?.split('/')[0];
  if (group !== 'argoproj.io' || at(data, 'kind') !== 'Application') {
    return undefined;
  }
  const spec = at(data, 'spec');
  const sources = [
    { source: at(spec, 'source'), path: ['spec', 'source'] },
    ...asArray(at(spec, 'sources')).map((source, index) => ({
      source,
      path: ['spec', 'sources', index],
    })),
  ].map(({ source, path }) => ({
    source,
    inline: inlineLayers(document, at(source, 'helm'), [...path, 'helm']),
  }));
  const found = sources.find(
    ({ source, inline }) =>
      at(source, 'chart') === CHART_NAME ||
      asString(at(source, 'path'))?.split('/').at(-1) === CHART_NAME ||
      inline.some(({ values }) => looksLikeValues(values)),
  );
  if (!found) return undefined;
  const { source, inline } = found;
  return {
    document,
    name:
      asString(at(source, 'helm', 'releaseName')) ??
      asString(at(data, 'metadata', 'name')),
    namespace: asString(at(spec, 'destination', 'namespace')),
    // Of a Git repository it is a branch or a tag, which names no chart.
    chartVersion: at(source, 'chart')
      ? asString(at(source, 'targetRevision'))
      : undefined,
    patches: [],
    inline,
    hasValuesElsewhere: asArray(at(source, 'helm', 'valueFiles')).length > 0,
  };
}

/** Source: Argo CD, "Helm": parameters win over valuesObject, that over values. */
function inlineLayers(
  document: ParsedDocument,
  helm: unknown,
  path: (string | number)[],
): Layer[] {
  const layers: Layer[] = [];
  const object = asRecord(at(helm, 'valuesObject'));
  const text = readValues(asString(at(helm, 'values')));
  const parameters = readParameters(at(helm, 'parameters'));
  if (object) {
    layers.push({ document, path: [...path, 'valuesObject'], values: object });
  } else if (text) {
    layers.push({
      document,
      path: [...path, 'values'],
      values: text,
      isText: true,
    });
  }
  if (Object.keys(parameters).length > 0) {
    layers.push({
      document,
      path: [...path, 'parameters'],
      values: parameters,
      isText: true,
    });
  }
  return layers;
}

function readValues(text: string | undefined): Values | undefined {
  try {
    return text ? asRecord(parse(text, { version: '1.1' })) : undefined;
  } catch {
    // A text with placeholders of a generator; what it will be is not known.
    return undefined;
  }
}

function readParameters(parameters: unknown): Values {
  const values: Values = {};
  for (const parameter of asArray(parameters)) {
    const name = asString(at(parameter, 'name'));
    const value = asString(at(parameter, 'value'));
    if (!name || value === undefined) continue;
    setPath(values, name, at(parameter, 'forceString') ? value : typed(value));
  }
  return values;
}

/** As `--set` reads it. Source: Helm, pkg/strvals. */
function typed(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  if (value === 'null') return null;
  return /^(0|-?[1-9]\d*)$/.test(value) ? Number(value) : value;
}
