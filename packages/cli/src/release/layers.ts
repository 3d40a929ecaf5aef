import {
  at,
  type Finding,
  mergeValues,
  type Values,
} from 'backstage-plugin-dapr-shared-common';
import type { Location } from '../input';
import type { Layer, Release } from './types';

/** The values of a release, as Helm puts its layers together. */
export function valuesOf({ layers }: Release): Values {
  return layers.reduce<Values>(
    (below, { values }) => mergeValues(below, values),
    {},
  );
}

/**
 * Where the cause of a finding stands: the key it is about, else the first key
 * that its words name, else the app id, else the values.
 */
export function locateInValues(
  { layers }: Release,
  finding?: Finding,
  path?: string,
): Location {
  const words = [finding?.evidence, finding?.fix, finding?.cause].join(' ');
  const named = words.match(/\b(shared(\.\w+)+|podAnnotations|tolerations)/g);
  const paths = [...(path ? [path] : named ?? []), 'shared.appId'];
  for (const candidate of paths) {
    const keys = candidate.split('.');
    const layer = layers.findLast(l => at(l.values, ...keys) !== undefined);
    if (layer) return locateKey(layer, keys);
  }
  return locateKey(layers[0], path?.split('.') ?? []);
}

function locateKey({ document, path, isText }: Layer, keys: string[]) {
  return document.locate(isText ? path : [...path, ...keys]);
}
