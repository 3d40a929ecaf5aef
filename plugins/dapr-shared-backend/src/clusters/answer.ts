import { asString, at } from 'backstage-plugin-dapr-shared-common';

/** An answer that is no success, as far as it can be read. */
export interface Answer {
  /** Whether the Kubernetes plugin wrote it, and not the API server. */
  fromPortal: boolean;
  message?: string;
  /** Why the plugin could not ask the API server (`ECONNREFUSED`). */
  code?: string;
}

/**
 * Reads the body of a failed request. The plugin's own answers are serialized
 * errors of Backstage; an API server's are objects of kind Status, and what
 * stands in front of it may answer anything.
 */
export function parseAnswer(body: string): Answer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { fromPortal: false };
  }
  const error = at(parsed, 'error');
  return typeof at(error, 'name') === 'string'
    ? {
        fromPortal: true,
        message: asString(at(error, 'message')),
        code: asString(at(error, 'cause', 'code')),
      }
    : { fromPortal: false, message: asString(at(parsed, 'message')) };
}
