import { useCallback, useEffect, useState } from 'react';

/** What is known of something that is loaded again and again. */
export interface Loaded<T> {
  /** The last answer; kept when a later try fails. */
  value?: T;
  /** Why the last try failed; absent when it did not. */
  error?: Error;
  loading: boolean;
  /** Tries at once. */
  retry: () => void;
}

type Load<T> = (signal: AbortSignal) => Promise<T>;

interface State<T> {
  /** What the rest came from: another page's answer is never shown on this one. */
  of?: Load<T>;
  value?: T;
  error?: Error;
  loading: boolean;
}

/**
 * Loads at once and then again at an interval, while the page is visible.
 *
 * @param load - must keep its identity for as long as it loads the same
 * @param intervalMs - the pause after an answer; must keep its identity
 */
export function useLoad<T>(
  load: Load<T>,
  intervalMs: (value: T | undefined) => number,
): Loaded<T> {
  const [state, setState] = useState<State<T>>({ loading: true });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => {
    setState(({ of, value }) => ({ of, value, loading: true }));
    setAttempt(n => n + 1);
  }, []);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: T | undefined;

    const tick = async () => {
      if (document.visibilityState !== 'hidden') {
        try {
          last = await load(abort.signal);
          if (abort.signal.aborted) return;
          setState({ of: load, value: last, loading: false });
        } catch (error) {
          if (abort.signal.aborted) return;
          const reason = error instanceof Error ? error : new Error(`${error}`);
          setState(previous => ({
            of: load,
            value: previous.of === load ? previous.value : undefined,
            error: reason,
            loading: false,
          }));
        }
      }
      timer = setTimeout(tick, intervalMs(last));
    };
    tick();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [load, intervalMs, attempt]);

  const { of, ...rest } = state;
  return { ...(of === load ? rest : { loading: true }), retry };
}
