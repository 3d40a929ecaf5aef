import type { IncomingMessage } from 'http';
import { AuthenticationError } from '@backstage/errors';

/** Password of every user, and the token. */
export const PASSWORD = 'sandbox';

/** Whom a token belongs to. */
const TOKEN_USER = 'backstage';

/**
 * Who asks; undefined for a visitor.
 *
 * @throws AuthenticationError where the credentials are wrong
 */
export function userOf(request: IncomingMessage): string | undefined {
  const header = request.headers.authorization;
  if (!header) return undefined;
  const [, scheme = '', value = ''] = /^(\w+)\s+(.*)$/.exec(header) ?? [];
  switch (scheme.toLowerCase()) {
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString();
      const colon = text.indexOf(':');
      if (text.slice(colon + 1) === PASSWORD) {
        return text.slice(0, colon) || TOKEN_USER;
      }
      break;
    }
    case 'token':
    case 'bearer':
      if (value === PASSWORD) return TOKEN_USER;
      break;
    default:
  }
  throw new AuthenticationError('user does not exist or the password is wrong');
}

/** @throws AuthenticationError for a visitor */
export function requireUser(request: IncomingMessage): string {
  const user = userOf(request);
  if (!user) throw new AuthenticationError('token is required');
  return user;
}
