import { InputError } from '@backstage/errors';
import { at } from 'backstage-plugin-dapr-shared-common';
import type { ApiObject } from '../kube';

/** A page of a list. */
export interface Page {
  items: ApiObject[];
  /** Token of the next page; absent on the last. */
  continue?: string;
  remainingItemCount?: number;
}

/**
 * Cuts a page out of a list in order.
 *
 * @param token - of the page before
 * @throws InputError where limit or token cannot be read
 */
export function pageOf(
  items: readonly ApiObject[],
  options: { limit: string | null; token: string | null; version: string },
): Page {
  const limit = Number(options.limit ?? 0);
  if (!Number.isInteger(limit) || limit < 0) {
    throw new InputError(`limit: Invalid value: "${options.limit}"`);
  }
  const after = options.token ? startOf(options.token) : '';
  const rest = items.filter(item => pathOf(item) > after);
  if (limit === 0 || rest.length <= limit) return { items: rest };
  const page = rest.slice(0, limit);
  const last = page[page.length - 1];
  return {
    items: page,
    continue: tokenAfter(last ? pathOf(last) : '', options.version),
    remainingItemCount: rest.length - limit,
  };
}

function pathOf({ metadata }: ApiObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** In the shape of a real one: version, and the key to go on after. */
function tokenAfter(start: string, version: string): string {
  const content = { v: 'meta.k8s.io/v1', rv: Number(version), start };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

function startOf(token: string): string {
  try {
    const text = Buffer.from(token, 'base64url').toString();
    const start = at(JSON.parse(text), 'start');
    if (typeof start === 'string') return start;
  } catch {
    // Told below, like a token without a start.
  }
  throw new InputError('continue key is not valid');
}
