import type { IncomingMessage, ServerResponse } from 'http';
import { sendStatus } from './answers';

/** Ways in which an API server can misbehave. */
export const faultKinds = [
  'none',
  'forbidden',
  'unauthenticated',
  'hang',
  'slow',
  'refuse',
  'throttle',
] as const;

export type Fault = (typeof faultKinds)[number];

export function isFault(value: unknown): value is Fault {
  return faultKinds.some(kind => kind === value);
}

/** How late a slow server answers, in milliseconds. */
const SLOW_MS = 1_500;

/** Seconds a throttling server asks to wait. */
const RETRY_AFTER_S = 5;

/**
 * Misbehaves as told.
 *
 * @param answer - what a healthy server would do
 */
export function answerWith(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  answer: () => void,
): void {
  switch (fault) {
    case 'forbidden':
      sendStatus(response, 403, 'Forbidden', 'forbidden: User "system:serviceaccount:portal:backstage" cannot list resource'); // prettier-ignore
      return;
    case 'unauthenticated':
      sendStatus(response, 401, 'Unauthorized', 'Unauthorized');
      return;
    case 'throttle':
      response.setHeader('retry-after', String(RETRY_AFTER_S));
      sendStatus(response, 429, 'TooManyRequests', 'The apiserver is too busy, please try again later.'); // prettier-ignore
      return;
    case 'refuse':
      request.socket.destroy();
      return;
    case 'hang':
      return;
    case 'slow': {
      const timer = setTimeout(answer, SLOW_MS);
      response.on('close', () => clearTimeout(timer));
      return;
    }
    default:
      answer();
  }
}
