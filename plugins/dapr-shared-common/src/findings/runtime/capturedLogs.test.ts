import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { assess } from '..';
import { crashing, given, log, running } from '../__testUtils__/live';
import type { CheckInput } from '../input';
import { runtimeFindings } from '.';

const DIR = join(__dirname, '..', '__fixtures__', 'logs');
const read = (name: string) => readFileSync(join(DIR, `${name}.txt`), 'utf8');

/** What a real daprd wrote, and the code that it must have. */
const table: [string, 'ready' | 'running' | 'exits', string[]][] = [
  ['kubernetes-app-down', 'running', ['DS691']],
  ['kubernetes-app-id-mismatch', 'exits', ['DS652']],
  ['kubernetes-builtin-secretstore-disabled', 'ready', ['DS683']],
  ['kubernetes-component-init-failure', 'exits', ['DS664']],
  ['kubernetes-control-plane-namespace-wrong', 'running', ['DS644']],
  ['kubernetes-control-plane-trust-domain-wrong', 'running', ['DS644']],
  ['kubernetes-happy', 'ready', ['DS683']],
  ['kubernetes-namespace-mismatch', 'exits', ['DS651']],
  ['kubernetes-no-kube-api-credentials', 'exits', ['DS666']],
  ['kubernetes-no-kube-api-credentials-secretstore-disabled', 'ready', ['DS683']],
  ['kubernetes-operator-unreachable', 'exits', ['DS661']],
  ['kubernetes-placement-and-scheduler-unreachable', 'ready', ['DS681', 'DS682']],
  ['kubernetes-placement-unreachable', 'ready', ['DS681', 'DS683']],
  ['kubernetes-sentry-port-80-refused', 'running', ['DS641']],
  ['kubernetes-sentry-port-80-refused-90s-debug', 'running', ['DS641']],
  ['kubernetes-sentry-port-unresponsive', 'running', ['DS642']],
  ['kubernetes-token-default-api-audience', 'exits', ['DS649']],
  ['kubernetes-token-file-missing', 'exits', ['DS650']],
  ['kubernetes-token-legacy-audience', 'ready', ['DS683']],
  ['kubernetes-token-none', 'exits', ['DS650']],
  ['kubernetes-token-not-bound-to-pod', 'exits', ['DS650']],
  ['kubernetes-token-wrong-audience', 'exits', ['DS649']],
  ['kubernetes-trust-anchors-missing', 'exits', ['DS647']],
  ['kubernetes-trust-anchors-wrong', 'running', ['DS645']],
  ['standalone-app-healthcheck', 'ready', ['DS695', 'DS683']],
  ['standalone-app-never-up', 'running', ['DS691']],
  ['standalone-component-init-failure', 'exits', ['DS664']],
  ['standalone-component-init-failure-ignored', 'ready', ['DS667', 'DS683']],
  ['standalone-placement-unreachable', 'ready', ['DS681', 'DS683']],
  ['standalone-scheduler-legacy-env-only', 'ready', ['DS683']],
  ['standalone-scheduler-unreachable', 'ready', ['DS682']],
  ['unknown-flag', 'exits', ['DS631']],
]; // prettier-ignore

const states = { ready: undefined, running, exits: crashing(1) };

const codes = (input: CheckInput) => {
  const { causes, others } = runtimeFindings(input);
  return [...causes, ...others].map(({ code }) => code);
};

describe('every captured log', () => {
  it('is in the table', () => {
    expect(table.map(([name]) => `${name}.txt`).sort()).toEqual(
      readdirSync(DIR).sort(),
    );
  });

  it.each(table)('%s (%s) is %j', (name, state, expected) => {
    const logs = [log(read(name))];
    expect(codes(given(states[state], { logs }))).toEqual(expected);
  });

  it.each(table.filter(([, state]) => state !== 'ready'))(
    '%s tells the same as the log of the container before (%s: %j)',
    (name, state, expected) => {
      const logs = [
        log(read(name), { previous: true }),
        log(read(name).split('\n').slice(0, 1)),
      ];
      expect(codes(given(states[state], { logs }))).toEqual(expected);
    },
  );

  it.each(table.filter(([, state]) => state !== 'ready'))(
    '%s tells the same without the status of pods (%s: %j)',
    (name, state, expected) => {
      const input = given(states[state], { logs: [log(read(name))] });
      const { causes } = runtimeFindings({ ...input, pods: undefined });
      expect(causes.map(({ code }) => code)).toEqual(expected);
    },
  );

  it.each(table)('%s (%s) decides on health', (name, state) => {
    const input = given(states[state], { logs: [log(read(name))] });
    const { health, findings } = assess(input);
    expect(health.status).toBe(state === 'ready' ? 'healthy' : 'degraded');
    expect(health.summary).toBe(
      state === 'ready' ? 'All 3 ready.' : findings[0]?.cause,
    );
  });
});
