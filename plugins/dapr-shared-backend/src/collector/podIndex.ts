import {
  asString,
  asStringMap,
  at,
  type Instance,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';

/**
 * The pods that may be an instance's, among few others; undefined where pods
 * may not be read.
 */
export type FindPods = (instance: Instance) => KubeObject[] | undefined;

/**
 * Sorts pods by their labels, so that not every pod of a cluster is looked at
 * for each of its instances.
 */
export function indexPods(pods: readonly KubeObject[]): FindPods {
  const index = new Map<string, KubeObject[]>();
  for (const pod of pods) {
    const namespace = asString(at(pod, 'metadata', 'namespace')) ?? '';
    const labels = asStringMap(at(pod, 'metadata', 'labels'));
    for (const [key, value] of Object.entries(labels)) {
      const place = keyOf(namespace, key, value);
      const same = index.get(place);
      if (same) same.push(pod);
      else index.set(place, [pod]);
    }
  }
  return ({ namespace, workloads }) => {
    const found = workloads.flatMap(({ selector }) => {
      const candidates = Object.entries(selector).map(
        ([key, value]) => index.get(keyOf(namespace, key, value)) ?? [],
      );
      return candidates.sort((a, b) => a.length - b.length)[0] ?? [];
    });
    return [...new Set(found)];
  };
}

function keyOf(namespace: string, label: string, value: string): string {
  return `${namespace}/${label}=${value}`;
}
