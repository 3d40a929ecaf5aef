import {
  asRecord,
  asString,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import type {
  ReadFailure,
  ReadResult,
} from 'backstage-plugin-dapr-shared-node';

export type ListResult =
  | {
      ok: true;
      items: KubeObject[];
      /** How many items were no objects. */
      skipped: number;
    }
  | { ok: false; failure: ReadFailure };

/**
 * Reads one path of a cluster.
 *
 * @param as - for what answers with text; JSON unless told
 */
export type Get = (path: string, as?: 'text') => Promise<ReadResult>;

/** Objects of one page: bounded memory on both sides, few round trips. */
const PAGE_SIZE = 500;

/** A list that is longer than any cluster's comes from a server that lies. */
const MAX_PAGES = 400;

/** A list that keeps changing under us is given up after so many attempts. */
const MAX_RESTARTS = 2;

/**
 * Lists a resource whole, page by page. A page token that has expired (410)
 * starts the list anew. An answer that is no list is a failure, so that a
 * wrong address is not taken for an empty cluster.
 *
 * @param kind - put on each object, since items of a list carry none
 */
export async function listAll(
  get: Get,
  path: string,
  kind: string,
  query: Record<string, string> = {},
): Promise<ListResult> {
  let items: KubeObject[] = [];
  let skipped = 0;
  let token = '';
  let restarts = 0;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const search = new URLSearchParams({ ...query, limit: String(PAGE_SIZE) });
    if (token) search.set('continue', token);
    const result = await get(`${path}?${search}`);
    if (!result.ok) {
      if (result.failure.status !== 410 || restarts === MAX_RESTARTS) {
        return result;
      }
      restarts += 1;
      items = [];
      skipped = 0;
      token = '';
      continue;
    }
    const page = itemsOf(result.body);
    if (!page) {
      return unreadable(`Its answer is no list of ${kind}s: check that its address is that of a Kubernetes API server.`); // prettier-ignore
    }
    for (const item of page) {
      const record = asRecord(item);
      if (record) items.push({ kind, ...record });
      else skipped += 1;
    }
    token = asString(at(result.body, 'metadata', 'continue')) ?? '';
    if (!token) return { ok: true, items, skipped };
  }
  return unreadable(`Its list of ${kind}s does not end: more than ${MAX_PAGES} pages.`); // prettier-ignore
}

function itemsOf(body: unknown): unknown[] | undefined {
  const items = at(body, 'items');
  if (Array.isArray(items)) return items;
  // Servers written in Go may write an empty list as null.
  const isList = asString(at(body, 'kind'))?.endsWith('List');
  return isList && (items === null || items === undefined) ? [] : undefined;
}

function unreadable(message: string): ListResult {
  return { ok: false, failure: { state: 'unreachable', message } };
}
