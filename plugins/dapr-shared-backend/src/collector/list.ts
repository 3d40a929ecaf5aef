import {
  asArray,
  asRecord,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import type {
  ReadFailure,
  ReadResult,
} from 'backstage-plugin-dapr-shared-node';

export type ListResult =
  | { ok: true; items: KubeObject[] }
  | { ok: false; failure: ReadFailure };

/** Objects of one page: bounded memory on both sides, few round trips. */
const PAGE_SIZE = 500;

/** A list that keeps changing under us is given up after so many attempts. */
const MAX_RESTARTS = 2;

/**
 * Lists a resource whole, page by page. A page token that has expired (410)
 * starts the list anew.
 *
 * @param kind - put on each object, since items of a list carry none
 */
export async function listAll(
  get: (path: string) => Promise<ReadResult>,
  path: string,
  kind: string,
  query: Record<string, string> = {},
): Promise<ListResult> {
  let items: KubeObject[] = [];
  let token = '';
  let restarts = 0;
  for (;;) {
    const search = new URLSearchParams({ ...query, limit: String(PAGE_SIZE) });
    if (token) search.set('continue', token);
    const result = await get(`${path}?${search}`);
    if (!result.ok) {
      if (result.failure.status !== 410 || restarts === MAX_RESTARTS) {
        return result;
      }
      restarts += 1;
      items = [];
      token = '';
      continue;
    }
    for (const item of asArray(at(result.body, 'items'))) {
      const record = asRecord(item);
      if (record) items.push({ kind, ...record });
    }
    token = String(at(result.body, 'metadata', 'continue') ?? '');
    if (!token) return { ok: true, items };
  }
}
