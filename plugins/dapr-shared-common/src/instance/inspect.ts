import { ANNOTATION_ENTITY, ANNOTATION_SOURCE } from '../api/annotations';
import { asArray, asRecord, type KubeObject } from '../objects';
import { flagValue } from './args';
import { imageTag } from './image';
import type { AppChannel, Instance, Workload } from './types';
import { readWorkload } from './workload';

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
  const found = new Map<string, { namespace: string; appId: string; workloads: Workload[] }>(); // prettier-ignore
  for (const object of flatten(objects)) {
    const shared = readWorkload(object, options?.namespace ?? 'default');
    if (!shared) continue;
    const { namespace, appId, workload } = shared;
    const key = `${namespace}/${appId}`;
    const group = found.get(key) ?? { namespace, appId, workloads: [] };
    group.workloads.push(workload);
    found.set(key, group);
  }
  return [...found.values()].flatMap(({ namespace, appId, workloads }) => {
    const [first, ...others] = workloads.sort(byImportance);
    return first ? [toInstance(namespace, appId, [first, ...others])] : [];
  });
}

function* flatten(objects: Iterable<unknown>): Generator<KubeObject> {
  for (const object of objects) {
    const record = asRecord(object);
    if (!record) continue;
    const items = asArray(record.items);
    if (items.length === 0) {
      yield record;
      continue;
    }
    // The items of a list carry no kind of their own.
    const kind = String(record.kind ?? '').replace(/List$/, '');
    for (const item of items) {
      const entry = asRecord(item);
      if (entry) yield kind ? { kind, ...entry } : entry;
    }
  }
}

/** Not being deleted first, then newest. */
function byImportance(a: Workload, b: Workload): number {
  if (Boolean(a.deletedAt) !== Boolean(b.deletedAt))
    return a.deletedAt ? 1 : -1;
  return (b.createdAt ?? '').localeCompare(a.createdAt ?? '');
}

function toInstance(
  namespace: string,
  appId: string,
  workloads: [Workload, ...Workload[]],
): Instance {
  const [first] = workloads;
  return {
    namespace,
    appId,
    workloads,
    strategy: first.strategy,
    appChannel: appChannel(first.args),
    daprdVersion: imageTag(first.image),
    chart: first.chart,
    release: first.release,
    source: first.podAnnotations[ANNOTATION_SOURCE],
    entityRef: first.podAnnotations[ANNOTATION_ENTITY],
  };
}

function appChannel(args: readonly string[]): AppChannel | undefined {
  const host = flagValue(args, 'app-channel-address');
  const port = Number(flagValue(args, 'app-port') ?? 0);
  if (host === undefined && !port) return undefined;
  return {
    ...(host ? { host } : {}),
    port: Number.isInteger(port) ? port : 0,
    protocol: flagValue(args, 'app-protocol') || 'http',
  };
}
