import { event, given, now } from '../../__testUtils__/live';
import { runtimeFindings } from '..';

const MINUTE = 60_000;

/** A daprd that is ready, and ended some time before. */
function said(minutesAgo: number, ended: object, others: object[] = []) {
  const finishedAt = new Date(now.getTime() - minutesAgo * MINUTE).toISOString(); // prettier-ignore
  const daprd = { name: 'daprd', ready: true, restartCount: 1, state: { running: {} }, lastState: { terminated: { finishedAt, ...ended } } }; // prettier-ignore
  const state = { status: { containerStatuses: [...others, daprd] } };
  const events = [event('Unhealthy', 'Liveness probe failed: x')];
  return runtimeFindings(given(state, { events })).others.map(({ code }) => code); // prettier-ignore
}

describe('a daprd that is ready again', () => {
  it.each([
    ['was killed for want of memory', 5, { reason: 'OOMKilled' }, ['DS624']],
    ['was killed by liveness', 59, { reason: 'Error' }, ['DS627']],
    ['was killed an hour ago', 60, { reason: 'OOMKilled' }, []],
    ['ended at a time nobody knows', 5, { reason: 'OOMKilled', finishedAt: '' }, []], // prettier-ignore
  ])('%s', (_, minutes, ended, expected) => {
    expect(said(minutes, ended)).toEqual(expected);
  });

  it('is not another container that ended', () => {
    const other = { name: 'x', ready: true, restartCount: 1, state: { running: {} }, lastState: { terminated: { reason: 'OOMKilled', finishedAt: now.toISOString() } } }; // prettier-ignore
    expect(said(90, { reason: 'OOMKilled' }, [other])).toEqual([]);
  });
});
