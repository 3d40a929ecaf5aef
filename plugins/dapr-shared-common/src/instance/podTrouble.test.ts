import { isOverdue, isStuck, podTrouble } from './podTrouble';

const ready = { name: 'daprd', ready: true, restartCount: 0, state: { running: {} } }; // prettier-ignore
const waits = (name: string) => ({ name, ready: false, restartCount: 0, state: { running: { startedAt: 'T' } } }); // prettier-ignore
const condition = (type: string, status: string, more = {}) => ({ conditions: [{ type, status, ...more }] }); // prettier-ignore

describe('podTrouble', () => {
  it.each([
    ['all is ready', { containerStatuses: [ready] }, undefined],
    ['the node has it not', condition('PodScheduled', 'False', { message: 'm' }), { reason: 'Unschedulable', message: 'm', restarts: 0 }],
    ['it failed without a reason', { phase: 'Failed' }, { reason: 'Error', restarts: 0 }],
    ['its node does not report', { containerStatuses: [ready], ...condition('Ready', 'Unknown', { message: 'm' }) }, { reason: 'NodeNotReady', message: 'm', restarts: 0 }],
    ['a readiness gate holds it', { containerStatuses: [ready], ...condition('Ready', 'False', { reason: 'ReadinessGatesNotReady' }) }, undefined],
    ['one of its containers is not ready', { containerStatuses: [ready, waits('proxy')], ...condition('Ready', 'False') }, { reason: 'NotReady', container: 'proxy', restarts: 0, since: 'T' }],
    ['one is stuck and another only waits', { containerStatuses: [waits('daprd'), { name: 'proxy', restartCount: 2, state: { waiting: { reason: 'ErrImagePull', message: 'm' } } }] }, { reason: 'ErrImagePull', container: 'proxy', message: 'm', restarts: 2 }],
    ['the first of two is stuck', { containerStatuses: [{ name: 'a', state: { waiting: { reason: 'ErrImagePull' } } }, waits('b')] }, { reason: 'ErrImagePull', container: 'a', restarts: 0 }],
    ['it has no container yet', { phase: 'Pending', startTime: 'S' }, { reason: 'ContainerCreating', restarts: 0, since: 'S' }],
    ['nobody knows of containers, and it runs', { phase: 'Running' }, undefined],
    ['one container is created, another is there', { containerStatuses: [ready, { name: 'b', state: { waiting: { reason: 'ContainerCreating' } } }], ...condition('PodScheduled', 'True', { lastTransitionTime: 'L' }) }, { reason: 'ContainerCreating', restarts: 0, since: 'L' }],
    ['an init container ended well', { initContainerStatuses: [{ name: 'i', state: { terminated: { exitCode: 0 } } }], containerStatuses: [ready] }, undefined],
    ['an init container did not', { initContainerStatuses: [{ name: 'i', restartCount: 1, state: { terminated: { exitCode: 3, reason: 'Error', message: 'm' } } }] }, { reason: 'Error', container: 'i', init: true, message: 'm', restarts: 1, exitCode: 3 }],
    ['a container ended well', { containerStatuses: [{ name: 'daprd', state: { terminated: { exitCode: 0 } } }] }, { reason: 'Error', container: 'daprd', restarts: 0, exitCode: 0 }],
    ['it was out of memory before it backed off', { containerStatuses: [{ name: 'daprd', restartCount: 1, state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off' } }, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137, message: 'm' } } }] }, { reason: 'OOMKilled', container: 'daprd', message: 'm', restarts: 1, exitCode: 137 }],
    ['it was out of memory, and now has no image', { containerStatuses: [{ name: 'daprd', restartCount: 1, state: { waiting: { reason: 'ErrImagePull', message: 'p' } }, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } } }] }, { reason: 'ErrImagePull', container: 'daprd', message: 'p', restarts: 1, exitCode: 137 }],
  ])('where %s', (_, status, expected) => {
    expect(podTrouble({ metadata: { creationTimestamp: 'C' }, status })).toEqual(expected);
  }); // prettier-ignore

  it('counts from its creation where nothing else tells', () => {
    expect(
      podTrouble({
        metadata: { creationTimestamp: 'C' },
        status: { phase: 'Pending' },
      })?.since,
    ).toBe('C');
  });

  it.each([
    ['it goes', {}, undefined],
    ['it goes, and its node is lost', { reason: 'NodeLost', message: 'm' }, 'NodeNotReady'], // prettier-ignore
  ])('where %s', (_, status, expected) => {
    expect(
      podTrouble({ metadata: { deletionTimestamp: 'D' }, status })?.reason,
    ).toBe(expected);
  });
});

describe('whether it is more than a start', () => {
  const now = new Date('2026-11-22T15:30:00Z');

  it.each([
    ['NotReady', 0, '2026-11-22T15:29:00Z', false],
    ['NotReady', 0, '2026-11-22T15:28:59Z', true],
    ['NotReady', 1, '2026-11-22T15:29:59Z', true],
    ['NotReady', 0, undefined, false],
    ['ContainerCreating', 0, '2026-11-22T15:25:00Z', false],
    ['ContainerCreating', 0, '2026-11-22T15:24:59Z', true],
    ['CrashLoopBackOff', 0, undefined, true],
  ])(
    '%s, restarted %d times, since %s: %s',
    (reason, restarts, since, expected) => {
      // prettier-ignore
      expect(isOverdue({ reason, restarts, since }, now)).toBe(expected);
    },
  );

  it.each([
    ['NotReady', false],
    ['ContainerCreating', false],
    ['OOMKilled', true],
  ])('%s is stuck: %s', (reason, expected) => {
    expect(isStuck({ reason, restarts: 0 })).toBe(expected);
  });
});
