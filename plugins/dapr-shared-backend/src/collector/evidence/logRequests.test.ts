import { inspect } from 'backstage-plugin-dapr-shared-common';
import { daprd, pod } from '../../testUtils/objects';
import { indexPods } from '../podIndex';
import { logRequests } from './logRequests';

const orders = { namespace: 'shop', appId: 'orders' };
const running = { running: { startedAt: '2030-01-01T00:00:00Z' } };
const backingOff = { waiting: { reason: 'CrashLoopBackOff' } };
const ended = { terminated: { exitCode: 1 } };

function requests(...pods: ReturnType<typeof pod>[]) {
  return logRequests(inspect([daprd(orders)]), indexPods(pods)).map(
    ({ pod: name, container, previous }) =>
      `${name}/${container}${previous ? ' previous' : ''}`,
  );
}

describe('logRequests', () => {
  it.each([
    ['runs and is not ready', { state: running }, ['p/daprd']],
    ['runs again and is not ready', { state: running, restartCount: 2 }, ['p/daprd previous', 'p/daprd']],
    ['waits to be started again', { state: backingOff, restartCount: 2 }, ['p/daprd previous']],
    ['has ended', { state: ended, restartCount: 2 }, ['p/daprd']],
    ['was never started', { state: { waiting: { reason: 'ImagePullBackOff' } } }, []],
    ['says nothing of itself', {}, []],
  ])('asks for the runs that left a log, of a container that %s', (_, daprdStatus, expected) => {
    expect(requests(pod({ ...orders, name: 'p', daprd: daprdStatus }))).toEqual(expected);
  }); // prettier-ignore

  it('begins with the init container that failed', () => {
    const failed = { name: 'init', state: backingOff, restartCount: 3 };
    const done = { name: 'other', state: ended, ready: true };
    const waiting = { state: { waiting: { reason: 'PodInitializing' } } };
    expect(requests(pod({ ...orders, name: 'p', daprd: waiting, inits: [done, failed] }))).toEqual(['p/init previous']); // prettier-ignore
  });

  it('asks nothing of pods that are ready, going, or of others', () => {
    expect(
      requests(
        pod({ ...orders, name: 'a', daprd: { state: running, ready: true } }),
        pod({ ...orders, name: 'b', daprd: { state: running }, going: true }),
        pod({ ...orders, namespace: 'x', name: 'c', daprd: { state: running } }), // prettier-ignore
      ),
    ).toEqual([]);
  });

  it('takes two pods of an instance, and every instance once before any twice', () => {
    const ids = Array.from({ length: 30 }, (_, i) => ({ namespace: 'shop', appId: `app${i}` })); // prettier-ignore
    const pods = ids.flatMap(
      id =>
      ['a', 'b', 'c'].map(name => pod({ ...id, name: `${id.appId}-${name}`, daprd: { state: running } })), // prettier-ignore
    );
    const all = (count: number) => {
      const instances = inspect(ids.slice(0, count).map(id => daprd(id)));
      return logRequests(instances, indexPods(pods)).map(
        request => request.pod,
      );
    };
    expect(all(2)).toEqual(['app0-a', 'app1-a', 'app0-b', 'app1-b']);
    expect(all(30)).toHaveLength(24);
    expect(new Set(all(30).map(name => name.split('-')[0])).size).toBe(24);
  });
});
