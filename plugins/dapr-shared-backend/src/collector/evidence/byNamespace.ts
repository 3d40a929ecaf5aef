import type { KubeObject } from 'backstage-plugin-dapr-shared-common';
import { type Get, listAll } from '../list';
import type { Refusals } from './refusals';

/** Objects by namespace; a namespace that is absent was not read. */
export type ByNamespace = ReadonlyMap<string, readonly KubeObject[]>;

/** Of more namespaces than these, one list of the whole cluster is cheaper. */
const MAX_NAMESPACES = 8;

/** Lists a resource of the core group in these namespaces, as far as that is allowed. */
export async function listByNamespace(
  get: Get,
  refusals: Refusals,
  what: { resource: string; kind: string; query?: Record<string, string> },
  namespaces: ReadonlySet<string>,
): Promise<ByNamespace> {
  const list = (path: string) =>
    refusals.ask(path, () => listAll(get, path, what.kind, what.query));
  if (namespaces.size > MAX_NAMESPACES) {
    const result = await list(`/api/v1/${what.resource}`);
    return result ? group(result.items, namespaces) : new Map();
  }
  const read = await Promise.all(
    [...namespaces].map(async namespace => {
      const inside = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
      return { namespace, result: await list(`${inside}/${what.resource}`) };
    }),
  );
  return new Map(
    read.flatMap(({ namespace, result }) =>
      result ? [[namespace, result.items]] : [],
    ),
  );
}

/** Those of the namespaces that were asked for, each with what it has. */
export function group(
  items: readonly KubeObject[],
  namespaces: ReadonlySet<string>,
): ByNamespace {
  const groups = new Map<string, KubeObject[]>();
  for (const namespace of namespaces) groups.set(namespace, []);
  for (const item of items) {
    groups.get(item.metadata?.namespace ?? '')?.push(item);
  }
  return groups;
}
