import { asRecord } from '../objects';

/**
 * Helm values of the chart. Nothing is promised of them; `validateValues`
 * checks them.
 *
 * @public
 */
export type Values = Record<string, unknown>;

/**
 * Lays values over defaults as Helm does: maps are merged, anything else is
 * replaced, and `null` removes a default. A map and anything else do not mix:
 * the value given wins, and Helm prints a warning. Source: Helm,
 * pkg/chartutil/coalesce.go.
 *
 * @public
 */
export function mergeValues(defaults: Values, over: Values): Values {
  const result: Values = { ...defaults };
  for (const [key, value] of Object.entries(over)) {
    const below = asRecord(result[key]);
    const above = asRecord(value);
    if (value === null) delete result[key];
    else result[key] = below && above ? mergeValues(below, above) : value;
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
    // Else `__proto__` would lead to what all objects share.
    const next = Object.hasOwn(current, key) ? current[key] : undefined;
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
