import { isError } from '@backstage/errors';
import type { ReadFailure } from 'backstage-plugin-dapr-shared-node';

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
  // The proxy's own answers are Backstage errors; an API server's are Status objects.
  if (!told.fromApiServer && status === 500) {
    return told.code
      ? unreachable(`It does not answer (${told.code}): check that it runs and that the portal may reach it.`, common) // prettier-ignore
      : {
          ...common,
          state: 'unauthenticated',
          message:
            'The portal could not get credentials for it: check its authProvider in the Kubernetes configuration.',
        };
  }
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
        retryAfterMs: retryAfterMs(response.retryAfter),
      };
    default:
      return unreachable(`It answers with status ${status}.`, common);
  }
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
    detail: isError(error) ? error.message : String(error),
  });
}

export function unreachable(
  message: string,
  more?: Partial<ReadFailure>,
): ReadFailure {
  return { ...more, state: 'unreachable', message };
}

function retryAfterMs(header: string | null | undefined): number | undefined {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function parseAnswer(body: string): {
  fromApiServer: boolean;
  message?: string;
  code?: string;
} {
  try {
    const parsed = JSON.parse(body);
    const cause = parsed?.error?.cause;
    return {
      fromApiServer: parsed?.kind === 'Status',
      message: String(parsed?.message ?? parsed?.error?.message ?? ''),
      code: typeof cause?.code === 'string' ? cause.code : undefined,
    };
  } catch {
    // An answer that is no JSON comes from neither.
    return { fromApiServer: true };
  }
}
