import type { Instance } from 'backstage-plugin-dapr-shared-common';

/** Values of one set in a label selector: keeps the address below 4 KiB. */
const MAX_VALUES = 40;

/**
 * Label selectors that together cover the pods of all instances, in few
 * requests: workloads whose selectors have the same keys share one, with the
 * values as sets. They may match other pods too; the caller sorts those out.
 */
export function podSelectors(instances: readonly Instance[]): string[] {
  const groups = new Map<string, Record<string, string>[]>();
  for (const { workloads } of instances) {
    for (const { selector } of workloads) {
      const keys = Object.keys(selector).sort().join(',');
      if (!keys) continue;
      groups.set(keys, [...(groups.get(keys) ?? []), selector]);
    }
  }
  return [...groups].flatMap(([keys, selectors]) =>
    chunks(selectors).map(chunk =>
      keys
        .split(',')
        .map(key => {
          const values = new Set(chunk.map(selector => selector[key] ?? ''));
          return `${key} in (${[...values].sort().join(',')})`;
        })
        .join(','),
    ),
  );
}

/** Parts of a list that fit into a set of a label selector each. */
export function chunks<T>(items: readonly T[]): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += MAX_VALUES) {
    result.push(items.slice(start, start + MAX_VALUES));
  }
  return result;
}
