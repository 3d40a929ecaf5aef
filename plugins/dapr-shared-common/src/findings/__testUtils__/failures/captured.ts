import { crashing, event, given, log, running, type Setup } from '../live';
import type { Failure } from './types';

/** What a captured daprd came to: `silent`, `waiting` and `blocked` ones run and are not ready. */
type Outcome = 'ready' | 'silent' | 'waiting' | 'blocked' | 'exits';

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
  'kubernetes-placement-and-scheduler-unreachable': 'blocked',
  'kubernetes-placement-unreachable': 'blocked',
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
  'standalone-placement-unreachable': 'blocked',
  'standalone-scheduler-legacy-env-only': 'ready',
  'standalone-scheduler-unreachable': 'blocked',
  'unknown-flag': 'exits',
};

const audience = (name: string): Setup => ({
  pod: { volumes: [{ name: 'dapr-identity-token', projected: { sources: [{ serviceAccountToken: { audience: name } }] } }] }, // prettier-ignore
});
const sentryAt = (port: number): Setup => ({
  args: { 'sentry-address': `dapr-sentry.dapr-system.svc.cluster.local:${port}` }, // prettier-ignore
});

/** How the daprd was set up whose log it is, where that is what went wrong. */
const setups: Readonly<Record<string, Setup | undefined>> = {
  'kubernetes-app-id-mismatch': { args: { 'app-id': 'payments' } },
  'kubernetes-control-plane-namespace-wrong': { env: { DAPR_CONTROLPLANE_NAMESPACE: 'dapr' } }, // prettier-ignore
  'kubernetes-control-plane-trust-domain-wrong': { env: { DAPR_CONTROLPLANE_TRUST_DOMAIN: 'example.org' } }, // prettier-ignore
  'kubernetes-sentry-port-80-refused': sentryAt(80),
  'kubernetes-sentry-port-80-refused-90s-debug': sentryAt(80),
  'kubernetes-token-default-api-audience': audience('https://kubernetes.default.svc.cluster.local'), // prettier-ignore
  'kubernetes-token-wrong-audience': audience('spiffe://other.local/ns/dapr-system/dapr-sentry'), // prettier-ignore
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
    given: seen(outcome, read(name), setups[name]),
  }));
}

function seen(outcome: Outcome, text: string, setup?: Setup): Failure['given'] {
  const current = [log(untilSignal(text))];
  const before = [log(text, { previous: true }), log(untilSignal(text).slice(0, 1))]; // prettier-ignore
  switch (outcome) {
    case 'ready':
      return {
        status: given(undefined, {}, setup),
        '+ logs': given(undefined, { logs: current }, setup),
        'logs alone': given(
          undefined,
          { logs: current, pods: undefined },
          setup,
        ),
      };
    case 'exits':
      return {
        status: given(crashing(1), {}, setup),
        '+ logs': given(crashing(1), { logs: current }, setup),
        '+ log before': given(crashing(1), { logs: before }, setup),
        'logs alone': given(
          crashing(1),
          { logs: current, pods: undefined },
          setup,
        ),
      };
    default: {
      const events = [outcome === 'silent' ? refused : answered];
      return {
        status: given(running, {}, setup),
        '+ events': given(running, { events }, setup),
        '+ logs': given(running, { events, logs: current }, setup),
        '+ log before': given(running, { events, logs: before }, setup),
        'log before alone': given(running, { logs: before.slice(0, 1) }, setup),
        'logs alone': given(running, { logs: current, pods: undefined }, setup),
      };
    }
  }
}
