import { ANNOTATION_ENTITY, ANNOTATION_SOURCE } from '../api/annotations';
import { appChannel } from './appChannel';
import { flatten } from './flatten';
import { imageTag } from './image';
import type { Instance } from './types';
import { readWorkload, type SharedWorkload } from './workload';

/**
 * Finds the instances of shared daprd among objects of any kind and source: an
 * API server's answers, a rendered chart, a hand-written file. Never throws;
 * what is not understood is passed over.
 *
 * @param objects - objects, or lists of them, in any order
 * @param options - `namespace`: where objects without one will go; default `default`
 * @public
 */
export function inspect(
  objects: Iterable<unknown>,
  options?: { namespace?: string },
): Instance[] {
  const found = new Map<string, [SharedWorkload, ...SharedWorkload[]]>();
  for (const object of flatten(objects)) {
    const shared = readWorkload(object, options?.namespace ?? 'default');
    if (!shared) continue;
    const key = `${shared.namespace}/${shared.appId}`;
    const group = found.get(key);
    if (group) group.push(shared);
    else found.set(key, [shared]);
  }
  return [...found.values()].map(group => toInstance(group.sort(byImportance)));
}

/** Not being deleted first, then newest; the name decides where time does not. */
function byImportance(
  { workload: a }: SharedWorkload,
  { workload: b }: SharedWorkload,
): number {
  if (Boolean(a.deletedAt) !== Boolean(b.deletedAt)) {
    return a.deletedAt ? 1 : -1;
  }
  return (
    compare(b.createdAt ?? '', a.createdAt ?? '') ||
    compare(`${a.kind}/${a.name}`, `${b.kind}/${b.name}`)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function toInstance([first, ...others]: [
  SharedWorkload,
  ...SharedWorkload[],
]): Instance {
  const { namespace, appId, workload, flags } = first;
  return {
    namespace,
    appId,
    workloads: [workload, ...others.map(other => other.workload)],
    strategy: workload.strategy,
    appChannel: appChannel(flags),
    daprdVersion: imageTag(workload.image),
    chart: workload.chart,
    release: workload.release,
    source: workload.podAnnotations[ANNOTATION_SOURCE],
    entityRef: workload.podAnnotations[ANNOTATION_ENTITY],
  };
}
