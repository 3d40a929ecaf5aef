import { setTimeout as pause } from 'node:timers/promises';

/** Between two attempts, in milliseconds. */
const INTERVAL_MS = 50;

/**
 * Attempts something until it no longer throws.
 *
 * @returns what the attempt returned
 * @throws what the last attempt threw, once the deadline has passed or the signal says stop
 */
export async function waitFor<T>(
  attempt: () => T | Promise<T>,
  options: { timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<T> {
  const { timeoutMs = 20_000, signal } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline || signal?.aborted) throw error;
    }
    await pause(INTERVAL_MS);
  }
}
