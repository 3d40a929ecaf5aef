import { isError } from '@backstage/errors';

/** Gitea's status codes for what can go wrong. */
const codes: Readonly<Record<string, number>> = {
  InputError: 422,
  AuthenticationError: 401,
  NotFoundError: 404,
  NotAllowedError: 405,
  ConflictError: 409,
};

export function statusOf(error: unknown): number {
  if (!isError(error)) return 500;
  // Errors of express' own body parser know theirs.
  const own = error.statusCode;
  return codes[error.name] ?? (typeof own === 'number' ? own : 500);
}
