import { valueKeys } from './keys';
import { setPath, type Values } from './merge';
import type { ValueKey } from './types';

/**
 * The chart's default values.
 *
 * @param chartVersion - a version of the chart, such as `1.16.0`
 * @public
 */
export function defaultValues(chartVersion: string): Values {
  const values: Values = {};
  for (const key of valueKeys) {
    const value = defaultOf(key, chartVersion);
    if (value !== undefined) setPath(values, key.path, value);
  }
  return values;
}

/**
 * The default of one key; undefined where the chart has none.
 *
 * @public
 */
export function defaultOf(key: ValueKey, chartVersion: string): unknown {
  return key.defaultOf?.[chartVersion] ?? key.default;
}
