import { type DaprdPod, flag, type Verdict, versionOf } from '../reconcile';
import { type About, type Line, linesUpTo } from './steps';

/** How often daprd says that it waits for its app, in milliseconds. */
const APP_WAIT_MS = 10_000;

/** One run of a container. */
export interface Run {
  startMs: number;
  /** When the run, or what is known of it, ended. */
  endMs: number;
  /** Whether it has ended. */
  ended: boolean;
}

/**
 * What a daprd writes that meets this fate: JSON, a line each, as the chart
 * has it by default.
 */
export function daprdLog(pod: DaprdPod, verdict: Verdict, run: Run): string[] {
  const about: About = {
    version: versionOf(pod.image) ?? '',
    appId: flag(pod.args, 'app-id') ?? '',
    port: flag(pod.args, 'app-port') ?? '0',
    protocol: flag(pod.args, 'app-protocol') ?? 'http',
  };
  // Before it can log, it writes plainly.
  if (verdict.kind === 'exits' && verdict.at === 'arguments') {
    return [verdict.why];
  }
  return linesOf(verdict, about, run)
    .filter(({ ms }) => run.startMs + ms <= run.endMs)
    .map(({ ms, level, scope, msg }) =>
      JSON.stringify({
        app_id: about.appId,
        instance: pod.name,
        level,
        msg,
        scope,
        time: new Date(run.startMs + ms).toISOString(),
        type: 'log',
        ver: about.version,
      }),
    );
}

function linesOf(verdict: Verdict, about: About, run: Run): Line[] {
  const lastMs = run.endMs - run.startMs;
  switch (verdict.kind) {
    case 'exits':
      return [...linesUpTo(verdict.at, about), ...failure(verdict)];
    case 'waiting':
      return [
        ...linesUpTo(verdict.at, about),
        ...(verdict.at === 'app' ? reminders(about.port, lastMs) : []),
        ...(run.ended ? stop(verdict, lastMs) : []),
      ];
    case 'out-of-memory':
      return linesUpTo('components', about);
    case 'ready':
      return linesUpTo('running', about);
    default:
      // It was never started.
      return [];
  }
}

function failure(verdict: Verdict & { kind: 'exits' }): Line[] {
  const { at, afterMs: ms, why } = verdict;
  const scope = 'dapr.runtime.processor';
  const reason = /error: (.*)$/.exec(why)?.[1] ?? why;
  const component = /occurred for (\S+ \(\S+\))/.exec(why)?.[1];
  return [
    ...(at === 'components' && component
      ? [
          { ms, level: 'error', scope, msg: `Failed to init component ${component}: ${reason}` } satisfies Line, // prettier-ignore
          { ms, level: 'warning', scope, msg: `Error processing component, daprd will exit gracefully: ${why}` } satisfies Line, // prettier-ignore
        ]
      : []),
    fatal(ms, why),
  ];
}

function reminders(port: string, lastMs: number): Line[] {
  return Array.from({ length: Math.floor(lastMs / APP_WAIT_MS) }, (_, i) => ({
    ms: (i + 1) * APP_WAIT_MS,
    level: 'info',
    scope: 'dapr.runtime',
    msg: `waiting for application to listen on port ${port}`,
  }));
}

/** The kubelet tells it to stop; only then does it say what it was waiting for. */
function stop(verdict: Verdict & { kind: 'waiting' }, ms: number): Line[] {
  const msg = `Received signal 'terminated'; beginning shutdown`;
  const signal: Line = { ms, level: 'info', scope: 'dapr.signals', msg };
  return verdict.at === 'app'
    ? [
        signal,
        ...[
          'Dapr is shutting down',
          'Dapr runtime stopped',
          'Daprd shutdown gracefully',
        ].map(
          // prettier-ignore
          (text): Line => ({ ms, level: 'info', scope: 'dapr.runtime', msg: text }), // prettier-ignore
        ),
      ]
    : [signal, fatal(ms, verdict.why)];
}

function fatal(ms: number, why: string): Line {
  const msg = `Fatal error from runtime: ${why}`;
  return { ms, level: 'fatal', scope: 'dapr.runtime', msg };
}
