/** Longest wait after failures, in milliseconds. */
const MAX_WAIT_MS = 120_000;

/**
 * How long to wait before the next read of a cluster, in milliseconds: the
 * interval, doubled with each failure in a row up to a cap, never less than
 * the server asked for, with jitter so that clusters do not march in step.
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
  return Math.round(Math.max(wait * (0.9 + 0.2 * random), retryAfterMs));
}
