import type { CheckInput } from '../input';
import { crashing, event, given, justStarted, line, log, running, type PodState, type Setup } from '../__testUtils__/live'; // prettier-ignore
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
    ['by its probe where it said nothing that tells', { logs: [log(['x'])], events: [unhealthy(ANSWERED)] }, 'DS628'],
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
    expect(first(running, {}, { args })?.cause).toBe('daprd runs but is not ready: Sentry at dapr-sentry.dapr-system.svc.cluster.local:443 is not reached, or not trusted, or placement is not reached.'); // prettier-ignore
  });

  const refusedBy = (what: string) => [line('error', `Failed to connect to ${what}: connection refused`)]; // prettier-ignore

  it.each([
    ['placement service', 'DS681', 'Waiting for placement, which refuses connections at dapr-placement-server.dapr-system.svc.cluster.local:50005.'], // prettier-ignore
    ['scheduler host', 'DS682', 'Waiting for the scheduler, which refuses connections at dapr-scheduler-server-0.dapr-scheduler-server.dapr-system.svc.cluster.local:50006.'], // prettier-ignore
  ])('by %s, which its health waits for', (what, code, cause) => {
    const lines = refusedBy(what);
    const expected = { code, cause, severity: 'critical' };
    expect(first(running, { logs: [log([...runs, ...lines])] })).toMatchObject(expected); // prettier-ignore
    expect(first(running, { logs: [log(lines)] })).toMatchObject(expected);
    expect(first(running, { logs: [log(['x']), log(lines, { previous: true })] })).toMatchObject(expected); // prettier-ignore
    expect(first(running, { logs: [log([...waits, ...lines])] })?.code).toBe('DS691'); // prettier-ignore
  });

  it('is not placement where its readiness leaves that out, or it was just started', () => {
    const logs = [log([...runs, ...refusedBy('placement service')])];
    const container = { readinessProbe: { httpGet: { path: '/v1.0/healthz/outbound' } } }; // prettier-ignore
    expect(first(running, { logs }, { container })?.code).toBe('DS628');
    expect(first(justStarted, { logs })).toBeUndefined();
  });

  it('by the absence of a scheduler whose address it has', () => {
    const args = { 'scheduler-host-address': 'scheduler:50006' };
    const without = { controlPlane: { ...controlPlane, scheduler: false } };
    const expected = {
      code: 'DS682',
      severity: 'critical',
      cause: 'Waiting for the scheduler, which this cluster does not have.',
      fix: 'Install Dapr with its scheduler (on by default), or take the argument --scheduler-host-address out.', // prettier-ignore
      evidence: '--scheduler-host-address=scheduler:50006 (1 of 3 pods)',
    };
    expect(first(running, without, { args })).toMatchObject(expected);
    const events = [unhealthy(ANSWERED)];
    expect(first(running, { ...without, events }, { args })).toMatchObject(expected); // prettier-ignore
    expect(first(running, without)?.code).toBe('DS628');
    const known = { controlPlane: { ...controlPlane, scheduler: true } };
    expect(first(running, known, { args })?.code).toBe('DS628');
    const container = { readinessProbe: { httpGet: { path: '/v1.0/healthz/outbound' } } }; // prettier-ignore
    expect(first(running, without, { args, container })?.code).toBe('DS628');
  });

  it('by the app or what else its health waits for, where a probe alone was answered', () => {
    const events = [unhealthy(ANSWERED)];
    const app = 'the app at orders.shop.svc.cluster.local:8080';
    expect(first(running, { events })).toMatchObject({
      cause: `daprd has started but is not ready: ${app} does not listen, or placement is not reached.`, // prettier-ignore
      fix: 'Read the log of daprd: it ends with "waiting on port" where it waits for the app, and with "Failed to connect to" where it waits for placement.', // prettier-ignore
    });
    const alone = { 'placement-host-address': undefined };
    expect(first(running, { events }, { args: alone })?.cause).toBe(`daprd has started but is not ready: ${app} does not listen.`); // prettier-ignore
    const nothing = { ...alone, 'app-port': '0' };
    expect(first(running, { events }, { args: nothing })).toMatchObject({
      cause: 'daprd has started but is not ready: its log tells why.',
      fix: 'Read the log of daprd.',
    });
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
