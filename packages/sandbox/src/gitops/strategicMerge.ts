import { asRecord, at } from 'backstage-plugin-dapr-shared-common';

/**
 * A strategic merge, simplified: maps are merged, null removes, lists whose
 * entries have names (containers, env, volumes, ports) are merged by name,
 * other lists are replaced.
 */
export function strategicMerge(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above) && above.every(isNamed)) {
    const merged = below.map(entry => {
      const over = above.find(other => at(other, 'name') === at(entry, 'name'));
      return over ? strategicMerge(entry, over) : entry;
    });
    const added = above.filter(
      entry => !below.some(other => at(other, 'name') === at(entry, 'name')),
    );
    return [...merged, ...added];
  }
  const before = asRecord(below);
  const over = asRecord(above);
  if (!before || !over) return above;
  const result = { ...before };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete result[key];
    else result[key] = strategicMerge(result[key], value);
  }
  return result;
}

function isNamed(entry: unknown): boolean {
  return typeof at(entry, 'name') === 'string';
}
