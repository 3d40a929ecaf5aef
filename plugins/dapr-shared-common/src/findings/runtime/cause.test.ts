import { crashed } from '../codes/runtime';
import { ending, evidence, restarted, toFinding } from './cause';

describe('evidence', () => {
  it.each([
    ['white space', ' a \n\t b ', 'a b'],
    ['a secret', 'password=hunter2', 'password=***'],
    ['300 characters', 'x'.repeat(300), 'x'.repeat(300)],
    ['301 characters', 'x'.repeat(301), `${'x'.repeat(299)}…`],
  ])('is for people: %s', (_, text, expected) => {
    expect(evidence(text)).toBe(expected);
  });
});

describe('a finding', () => {
  const cause = { code: crashed, cause: 'It crashed.' };

  it('says what its code says, unless the cause says it better', () => {
    expect(toFinding(cause)).toEqual({
      code: 'DS635',
      severity: crashed.severity,
      title: crashed.title,
      cause: 'It crashed.',
      fix: crashed.fix,
      docs: expect.stringMatching(/findings\.md#ds635$/),
    });
    expect(toFinding({ ...cause, fix: 'Restart it.', severity: 'low' })).toMatchObject({ fix: 'Restart it.', severity: 'low' }); // prettier-ignore
  });

  it.each([
    [undefined, undefined, undefined],
    ['seen', undefined, 'seen'],
    [undefined, '1 of 2 pods', '(1 of 2 pods)'],
    ['seen', '1 of 2 pods', 'seen (1 of 2 pods)'],
    ['x'.repeat(400), '1 of 2 pods', `${'x'.repeat(285)}… (1 of 2 pods)`],
  ])('shows %j in %j', (seen, where, expected) => {
    expect(toFinding({ ...cause, evidence: seen }, where).evidence).toBe(expected); // prettier-ignore
  });
});

describe('ending', () => {
  it.each([
    ['Error', 1, 'daprd: Error, exit code 1, restarted once'],
    ['Completed', 0, 'daprd: Completed, exit code 0, restarted once'],
    ['CrashLoopBackOff', undefined, 'daprd: CrashLoopBackOff, restarted once'],
    [undefined, 1, 'daprd: exit code 1, restarted once'],
    [undefined, undefined, 'daprd: restarted once'],
  ])('leaves out what is not known: %s, %s', (reason, exitCode, expected) => {
    expect(ending('daprd', reason, exitCode, 1)).toBe(expected);
  });
});

describe('restarted', () => {
  it.each([
    [0, 'restarted 0 times'],
    [1, 'restarted once'],
    [2, 'restarted 2 times'],
  ])('%d', (times, expected) => {
    expect(restarted(times)).toBe(expected);
  });
});
