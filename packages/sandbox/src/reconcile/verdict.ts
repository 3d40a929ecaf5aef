/** How far a daprd comes at its start, in order. */
export const stages = [
  'arguments',
  'start',
  'identity',
  'operator',
  'configuration',
  'components',
  'app',
  'running',
] as const;

export type Stage = (typeof stages)[number];

/** What becomes of a container once its pod has been scheduled. */
export type Verdict =
  | { kind: 'ready' }
  /** Runs, and its readiness probe fails. */
  | { kind: 'waiting'; at: Stage; why: string }
  /** Ends by itself, again and again, with these words. */
  | { kind: 'exits'; at: Stage; exitCode: number; afterMs: number; why: string }
  /** The kernel ends it, again and again: it wants more memory than it may have. */
  | { kind: 'out-of-memory'; afterMs: number }
  | { kind: 'unpullable' }
  /** Something its environment refers to is missing. */
  | { kind: 'config-error'; why: string };

/** A check of shared daprd, in the order in which a real one would fail. */
export type DaprdCheck<Input> = (input: Input) => Verdict | undefined;

/** How long daprd runs before it gives up at start, in milliseconds. */
const QUICK_MS = 1_000;

/** @param why - its words when it is told to stop */
export function waiting(at: Stage, why: string): Verdict {
  return { kind: 'waiting', at, why };
}

/** @param why - its last words */
export function exits(
  at: Stage,
  why: string,
  { exitCode = 1, afterMs = QUICK_MS } = {},
): Verdict {
  return { kind: 'exits', at, exitCode, afterMs, why };
}
