import { crashing, event, given, log, running } from '../live';
import type { Failure } from './types';

/** What a captured daprd came to: `silent` and `waiting` ones run and are not ready. */
type Outcome = 'ready' | 'silent' | 'waiting' | 'exits';

/** Every captured log, and what became of its daprd. */
export const capturedLogs: Readonly<Record<string, Outcome>> = {
  'kubernetes-app-down': 'waiting',
  'kubernetes-app-id-mismatch': 'exits',
  'kubernetes-builtin-secretstore-disabled': 'ready',
  'kubernetes-component-init-failure': 'exits',
  'kubernetes-control-plane-namespace-wrong': 'silent',
  'kubernetes-control-plane-trust-domain-wrong': 'silent',
  'kubernetes-happy': 'ready',
  'kubernetes-namespace-mismatch': 'exits',
  'kubernetes-no-kube-api-credentials': 'exits',
  'kubernetes-no-kube-api-credentials-secretstore-disabled': 'ready',
  'kubernetes-operator-unreachable': 'exits',
  'kubernetes-placement-and-scheduler-unreachable': 'ready',
  'kubernetes-placement-unreachable': 'ready',
  'kubernetes-sentry-port-80-refused': 'silent',
  'kubernetes-sentry-port-80-refused-90s-debug': 'silent',
  'kubernetes-sentry-port-unresponsive': 'silent',
  'kubernetes-token-default-api-audience': 'exits',
  'kubernetes-token-file-missing': 'exits',
  'kubernetes-token-legacy-audience': 'ready',
  'kubernetes-token-none': 'exits',
  'kubernetes-token-not-bound-to-pod': 'exits',
  'kubernetes-token-wrong-audience': 'exits',
  'kubernetes-trust-anchors-missing': 'exits',
  'kubernetes-trust-anchors-wrong': 'silent',
  'standalone-app-healthcheck': 'ready',
  'standalone-app-never-up': 'waiting',
  'standalone-component-init-failure': 'exits',
  'standalone-component-init-failure-ignored': 'ready',
  'standalone-placement-unreachable': 'ready',
  'standalone-scheduler-legacy-env-only': 'ready',
  'standalone-scheduler-unreachable': 'ready',
  'unknown-flag': 'exits',
};

const refused = event('Unhealthy', 'Readiness probe failed: Get "http://10.0.0.1:3501/v1.0/healthz": dial tcp 10.0.0.1:3501: connect: connection refused'); // prettier-ignore
const answered = event('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 500'); // prettier-ignore

/** What a container wrote up to the signal that ended it. */
function untilSignal(text: string): string[] {
  const lines = text.split('\n');
  const signal = lines.findIndex(line => line.includes("Received signal '"));
  return signal < 0 ? lines : lines.slice(0, signal);
}

/**
 * The captured logs, with what else can be seen of such a daprd.
 *
 * @param read - gives the text of a captured log by its name
 */
export function captured(read: (name: string) => string): Failure[] {
  return Object.entries(capturedLogs).map(([name, outcome]) => ({
    name,
    given: seen(outcome, read(name)),
  }));
}

function seen(outcome: Outcome, text: string): Failure['given'] {
  const current = [log(untilSignal(text))];
  const before = [log(text, { previous: true }), log(untilSignal(text).slice(0, 1))]; // prettier-ignore
  switch (outcome) {
    case 'ready':
      return {
        status: given(undefined),
        '+ logs': given(undefined, { logs: current }),
        'logs alone': given(undefined, { logs: current, pods: undefined }),
      };
    case 'exits':
      return {
        status: given(crashing(1)),
        '+ logs': given(crashing(1), { logs: current }),
        '+ log before': given(crashing(1), { logs: before }),
        'logs alone': given(crashing(1), { logs: current, pods: undefined }),
      };
    default: {
      const events = [outcome === 'silent' ? refused : answered];
      return {
        status: given(running),
        '+ events': given(running, { events }),
        '+ logs': given(running, { events, logs: current }),
        '+ log before': given(running, { events, logs: before }),
        'log before alone': given(running, { logs: before.slice(0, 1) }),
        'logs alone': given(running, { logs: current, pods: undefined }),
      };
    }
  }
}
