import { asRecord } from '../objects';
import { valueKeys } from './keys';

/**
 * Helm values of the chart. Nothing is promised of them; `validateValues`
 * checks them.
 *
 * @public
 */
export type Values = Record<string, unknown>;

/**
 * The chart's default values.
 *
 * @param chartVersion - a version of the chart, such as `1.16.0`
 * @public
 */
export function defaultValues(chartVersion: string): Values {
  const values: Values = {};
  for (const key of valueKeys) {
    const value = key.defaultOf?.[chartVersion] ?? key.default;
    if (value !== undefined) setPath(values, key.path, value);
  }
  return values;
}

/**
 * Lays values over defaults as Helm does: maps are merged, anything else is
 * replaced, and `null` removes the key.
 *
 * @public
 */
export function mergeValues(defaults: Values, over: Values): Values {
  const result: Values = { ...defaults };
  for (const [key, value] of Object.entries(over)) {
    const below = asRecord(result[key]);
    const above = asRecord(value);
    if (value === null) delete result[key];
    else if (below && above) result[key] = mergeValues(below, above);
    // Helm keeps a default map where a scalar would replace it, with a warning.
    else if (below === undefined) result[key] = value;
  }
  return result;
}

/**
 * Sets a value at a dotted path, making the maps on the way.
 *
 * @public
 */
export function setPath(values: Values, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let current = values;
  for (const key of keys) {
    const next = current[key];
    if (isMap(next)) {
      current = next;
    } else {
      const made: Values = {};
      current[key] = made;
      current = made;
    }
  }
  current[last] = value;
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
