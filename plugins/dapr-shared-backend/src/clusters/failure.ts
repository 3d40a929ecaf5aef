import { isError } from '@backstage/errors';
import type { ReadFailure } from 'backstage-plugin-dapr-shared-node';
import { parseAnswer } from './answer';
import { retryAfterMs } from './retryAfter';

/** What an answer that is no success says of its cluster. */
export function failureOf(
  response: { status: number; retryAfter?: string | null; body: string },
  path: string,
): ReadFailure {
  const { status } = response;
  const told = parseAnswer(response.body);
  const common = {
    status,
    detail: (told.message || response.body).slice(0, 1000) || undefined,
  };
  const resource = path.split('?')[0]?.split('/').pop() ?? path;
  if (told.fromPortal) return proxyFailure(status, told.code, common);
  switch (status) {
    case 401:
      return {
        ...common,
        state: 'unauthenticated',
        message: `401: it does not accept the portal's credentials. Renew the token in the Kubernetes configuration.`,
      };
    case 403:
      return {
        ...common,
        state: 'forbidden',
        message: `403: the portal may not list ${resource}. Apply the ClusterRole that comes with the backend plugin.`,
      };
    case 404:
      return unreachable(
        `404: there is no ${resource} at its address.`,
        common,
      );
    case 429:
    case 503:
      return {
        ...unreachable(`${status}: it is overloaded and asks to wait.`, common),
        retryAfterMs: retryAfterMs(response.retryAfter, new Date()),
      };
    default:
      return unreachable(`It answers with status ${status}.`, common);
  }
}

/** What the Kubernetes plugin's proxy answers in place of the API server. */
function proxyFailure(
  status: number,
  code: string | undefined,
  common: Partial<ReadFailure>,
): ReadFailure {
  if (status === 500) {
    return code
      ? unreachable(`It does not answer (${code}): check that it runs and that the portal may reach it.`, common) // prettier-ignore
      : {
          ...common,
          state: 'unauthenticated',
          message:
            'The portal could not get credentials for it: check its authProvider in the Kubernetes configuration.',
        };
  }
  return unreachable(
    status === 404
      ? 'The Kubernetes plugin does not know it any more.'
      : `The Kubernetes plugin does not pass the question on (status ${status}): check its permissions and the backend's log.`,
    common,
  );
}

/** What an exception on the way says of the cluster. */
export function failureOfError(error: unknown, timeoutMs: number): ReadFailure {
  if (isError(error) && error.name === 'TimeoutError') {
    return unreachable(`It did not answer within ${timeoutMs / 1000} s.`);
  }
  if (isError(error) && error.name === 'SyntaxError') {
    return unreachable('Its answer was cut off or is not JSON.');
  }
  return unreachable('It could not be asked: the connection failed.', {
    detail: describe(error),
  });
}

/** `fetch failed` says nothing; its cause does. */
function describe(error: unknown): string {
  if (!isError(error)) return String(error);
  return isError(error.cause)
    ? `${error.message}: ${error.cause.message}`
    : error.message;
}

function unreachable(
  message: string,
  more?: Partial<ReadFailure>,
): ReadFailure {
  return { ...more, state: 'unreachable', message };
}
