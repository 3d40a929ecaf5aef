/** Longest wait between restarts. Source: kubelet, MaxContainerBackOff. */
const MAX_BACK_OFF_MS = 300_000;

/** Where a container that keeps ending stands. Times are since its first start. */
export interface Standing {
  restarts: number;
  running: boolean;
  /** When the current run, or the wait for the next one, began. */
  sinceMs: number;
  /** When the last run began and ended; undefined during the first. */
  lastRun?: { startMs: number; endMs: number };
  /** The wait the kubelet is in; 0 while running. */
  backOffMs: number;
}

/**
 * Follows the kubelet's restarts: the first at once, then after 10 s, doubled
 * each time up to 5 min.
 *
 * @param runMs - how long each run lasts
 */
export function standing(elapsedMs: number, runMs: number): Standing {
  let start = 0;
  let restarts = 0;
  let lastRun: Standing['lastRun'];
  for (;;) {
    const end = start + runMs;
    if (elapsedMs < end) {
      return { restarts, running: true, sinceMs: start, lastRun, backOffMs: 0 };
    }
    lastRun = { startMs: start, endMs: end };
    const backOffMs = restarts === 0 ? 0 : Math.min(10_000 * 2 ** (restarts - 1), MAX_BACK_OFF_MS); // prettier-ignore
    if (elapsedMs < end + backOffMs) {
      return { restarts, running: false, sinceMs: end, lastRun, backOffMs };
    }
    start = end + backOffMs;
    restarts += 1;
  }
}

/** A duration as Go prints it: `1m20s`. */
export function goDuration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${minutes ? `${minutes}m` : ''}${seconds % 60}s`;
}
