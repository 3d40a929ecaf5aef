/** What becomes of a container once its pod has been scheduled. */
export type Verdict =
  | { kind: 'ready' }
  /** Runs, and its readiness probe fails. */
  | { kind: 'waiting'; why: string }
  /** Ends by itself, again and again. */
  | { kind: 'exits'; exitCode: number; afterMs: number; why: string }
  | { kind: 'unpullable' }
  /** Something its environment refers to is missing. */
  | { kind: 'config-error'; why: string };

/** A check of shared daprd, in the order in which a real one would fail. */
export type DaprdCheck<Input> = (input: Input) => Verdict | undefined;

/** How long daprd runs before it gives up at start, in milliseconds. */
const QUICK_MS = 1_000;

export function waiting(why: string): Verdict {
  return { kind: 'waiting', why };
}

export function exits(why: string, exitCode = 1, afterMs = QUICK_MS): Verdict {
  return { kind: 'exits', exitCode, afterMs, why };
}
