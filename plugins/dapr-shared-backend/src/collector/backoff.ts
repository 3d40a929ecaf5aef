/** Longest wait after failures, in milliseconds. */
const MAX_WAIT_MS = 120_000;

/** Nothing that a server asks for keeps it unread for longer, in milliseconds. */
const MAX_RETRY_AFTER_MS = 3_600_000;

/**
 * How long to wait before the next read of a cluster, in milliseconds: the
 * interval, doubled with each failure in a row up to a cap, not less than
 * the server asked for (up to an hour), with jitter so that clusters do not
 * march in step.
 *
 * @param random - between 0 and 1
 */
export function nextWaitMs(options: {
  intervalMs: number;
  failures: number;
  retryAfterMs?: number;
  random: number;
}): number {
  const { intervalMs, failures, retryAfterMs = 0, random } = options;
  const cap = Math.max(intervalMs, MAX_WAIT_MS);
  const wait = Math.min(intervalMs * 2 ** Math.min(failures, 10), cap);
  const asked = Math.min(retryAfterMs, MAX_RETRY_AFTER_MS);
  return Math.round(Math.max(wait * (0.9 + 0.2 * random), asked));
}
