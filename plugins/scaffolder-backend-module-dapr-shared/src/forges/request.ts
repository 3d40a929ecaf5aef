import { ResponseError } from '@backstage/errors';

/** How long a Git host may take to answer one request. */
const DEADLINE_MS = 30_000;

/**
 * Asks a Git host's API, with a deadline.
 *
 * @throws ResponseError for any other answer than 2xx
 */
export async function requestJson(
  url: string,
  init: RequestInit & { signal: AbortSignal },
): Promise<unknown> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.any([init.signal, deadline]),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}

/** HTTP status of a failed {@link requestJson}. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof ResponseError ? error.response.status : undefined;
}
