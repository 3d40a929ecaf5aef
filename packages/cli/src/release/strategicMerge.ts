import { asRecord, asString } from 'backstage-plugin-dapr-shared-common';

/**
 * A merge patch over an object: maps are merged, lists whose items have names
 * item by item, anything else is replaced; `$patch: delete` removes. Source:
 * Kubernetes, "strategic merge patch"; other merge keys than `name` are not
 * among what shared daprd has.
 */
export function strategicMerge(below: unknown, above: unknown): unknown {
  const patch = asRecord(above);
  if (patch) {
    if (patch.$patch === 'delete') return undefined;
    const result = asRecord(below) ?? {};
    for (const [key, value] of Object.entries(patch)) {
      const merged = strategicMerge(result[key], value);
      if (merged === null || merged === undefined) delete result[key];
      else result[key] = merged;
    }
    return result;
  }
  if (Array.isArray(below) && Array.isArray(above) && above.every(nameOf)) {
    return mergeLists(below, above);
  }
  return above;
}

function mergeLists(below: unknown[], above: unknown[]): unknown[] {
  const result = [...below];
  for (const item of above) {
    const index = result.findIndex(other => nameOf(other) === nameOf(item));
    if (index < 0) {
      result.push(item);
    } else {
      const merged = strategicMerge(result[index], item);
      result.splice(index, 1, ...(merged === undefined ? [] : [merged]));
    }
  }
  return result;
}

function nameOf(item: unknown): string | undefined {
  return asString(asRecord(item)?.name);
}
