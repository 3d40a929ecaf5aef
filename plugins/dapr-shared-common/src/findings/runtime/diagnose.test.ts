import type { CheckInput } from '../input';
import { crashing, event, given, line, log, running, type PodState, type Setup } from '../__testUtils__/live'; // prettier-ignore
import { service } from '../__testUtils__/failures/services';
import { runtimeFindings } from '.';

const first = (state: PodState, known: Partial<CheckInput> = {}, setup: Setup = {}) =>
  runtimeFindings(given(state, known, setup)).causes[0]; // prettier-ignore

const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local' }; // prettier-ignore
const port80 = { args: { 'sentry-address': 'dapr-sentry.dapr-system:80' } };
const silent = [line('info', 'Fetching initial identity')];
const waits = [line('info', 'waiting for application to listen on port 8080')];
const runs = [line('info', 'dapr initialized. Status: Running.')];
const unhealthy = (why: string) => event('Unhealthy', `Readiness probe failed: ${why}`); // prettier-ignore
const ANSWERED = 'HTTP probe failed with statuscode: 500';

describe('what is told of a daprd that is not ready', () => {
  it.each<[string, Partial<CheckInput>, string]>([
    ['where it is silent, whatever the run before came to', { logs: [log(silent), log(waits, { previous: true })] }, 'DS648'],
    ['where the run before was silent, and this one has said nothing', { logs: [log([]), log(silent, { previous: true })] }, 'DS648'],
    ['by its log before its probe', { logs: [log(silent)], events: [unhealthy(ANSWERED)] }, 'DS648'],
    ['by its probe where it said nothing that tells', { logs: [log(['x'])], events: [unhealthy(ANSWERED)] }, 'DS691'],
  ])('%s', (_, known, code) => {
    expect(first(running, known)?.code).toBe(code);
  }); // prettier-ignore

  it('by its arguments, where its log shows that it waits for Sentry', () => {
    const known = { controlPlane, logs: [log(silent)] };
    expect(first(running, known, port80)?.code).toBe('DS641');
  });

  it('by its app, where it was told to stop', () => {
    expect(first(crashing(0), { services: [service('x', [80])] })?.code).toBe('DS692'); // prettier-ignore
  });

  it('of an app whose address is not known', () => {
    const args = { 'app-port': undefined, 'app-channel-address': undefined };
    expect(first(running, { logs: [log(waits)] }, { args })?.cause).toBe('daprd waits for the app at its port, which does not listen.'); // prettier-ignore
    expect(first(running, {}, { args })?.cause).toBe('daprd runs but is not ready: Sentry at dapr-sentry.dapr-system.svc.cluster.local:443 is not reached, or not trusted.'); // prettier-ignore
  });

  it('is not its app where its readiness leaves that out', () => {
    const container = { readinessProbe: { httpGet: { path: '/v1.0/healthz/outbound' } } }; // prettier-ignore
    expect(first(running, {}, { container })?.cause).toBe('daprd runs but is not ready: Sentry at dapr-sentry.dapr-system.svc.cluster.local:443 is not reached, or not trusted.'); // prettier-ignore
  });

  it('with the probe that it does not pass, and no other event', () => {
    const events = [event('Failed', 'x'), unhealthy('y')];
    expect(first(running, { logs: [log(runs)], events })?.evidence).toBe('Readiness probe failed: y (1 of 3 pods)'); // prettier-ignore
  });

  it('without a code that is not known', () => {
    const state = { daprd: { restartCount: 2, state: { waiting: { reason: 'CrashLoopBackOff' } } } }; // prettier-ignore
    expect(first(state)).toMatchObject({
      cause: 'daprd keeps exiting.',
      evidence: 'daprd: CrashLoopBackOff, restarted 2 times (1 of 3 pods)',
    });
  });

  it('with what liveness says of one that was told to stop', () => {
    const events = [event('Unhealthy', 'Liveness probe failed: timeout'), event('Other', 'Liveness probe failed: statuscode: 500')]; // prettier-ignore
    expect(first(crashing(0), { events })).toMatchObject({
      code: 'DS627',
      evidence: 'daprd: CrashLoopBackOff, exit code 0, restarted 4 times; Liveness probe failed: timeout (1 of 3 pods)', // prettier-ignore
    });
  });
});
