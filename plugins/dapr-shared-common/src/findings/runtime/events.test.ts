import { liveInstance, now } from '../__testUtils__/live';
import { readWarnings } from './events';

const about = { kind: 'Pod', name: 'a', namespace: 'shop' };
const warning = { type: 'Warning', involvedObject: about, reason: 'Failed' };

function messages(events: object[], kind = 'Pod', name = 'a') {
  const input = { instance: liveInstance(), now, events: events.map(e => ({ ...e })) }; // prettier-ignore
  return readWarnings(input)(kind, name).map(({ message }) => message);
}

describe('warnings about an object', () => {
  it('come newest first, wherever the API put their time', () => {
    expect(
      messages([
        { ...warning, message: 'created', metadata: { creationTimestamp: '2026-11-22T15:01:00Z' } },
        { ...warning, message: 'event', eventTime: '2026-11-22T15:02:00Z', metadata: { creationTimestamp: '2026-11-22T15:09:00Z' } },
        { ...warning, message: 'deprecated', deprecatedLastTimestamp: '2026-11-22T15:03:00Z', eventTime: '2026-11-22T15:09:00Z' },
        { ...warning, message: 'last', lastTimestamp: '2026-11-22T15:04:00Z', eventTime: '2026-11-22T15:09:00Z' },
        { ...warning, message: 'series', series: { lastObservedTime: '2026-11-22T15:05:00Z' }, lastTimestamp: '2026-11-22T15:00:00Z' },
        { ...warning, message: 'never', lastTimestamp: 'yesterday' },
      ]),
    ).toEqual(['series', 'last', 'deprecated', 'event', 'created', 'never']);
  }); // prettier-ignore

  it.each([
    ['another object', { involvedObject: { ...about, name: 'b' } }],
    ['another kind', { involvedObject: { ...about, kind: 'Node' } }],
    ['another namespace', { involvedObject: { ...about, namespace: 'front' } }],
    ['what is normal', { type: 'Normal' }],
    ['nothing', { involvedObject: undefined }],
  ])('leave out %s', (_, fields) => {
    expect(messages([{ ...warning, message: 'x', ...fields }])).toEqual([]);
  });

  it('of a Deployment are those of its ReplicaSets too, not of others', () => {
    const set = (name: string) => ({ ...warning, message: name, involvedObject: { kind: 'ReplicaSet', name, namespace: 'shop' } }); // prettier-ignore
    const events = [set('web-5f6d'), set('web-api-5f6d'), set('web')];
    expect(messages(events, 'Deployment', 'web')).toEqual(['web-5f6d', 'web']);
    expect(messages(events, 'DaemonSet', 'web')).toEqual([]);
  });

  it('keep the name of a pod whole', () => {
    const pod = { ...warning, message: 'x', involvedObject: { ...about, name: 'a-b' } }; // prettier-ignore
    expect(messages([pod])).toEqual([]);
    expect(messages([pod], 'Pod', 'a-b')).toEqual(['x']);
  });

  it('are read from a note, masked, and cut', () => {
    expect(
      messages([{ ...warning, note: `password=hunter2 ${'x '.repeat(9_000)}` }])[0], // prettier-ignore
    ).toMatch(/^password=\*\*\* (x )+x?$/);
    expect(messages([{ ...warning, message: 'x'.repeat(9_000) }])[0]).toHaveLength(4_000); // prettier-ignore
    expect(messages([warning])).toEqual(['']);
  });

  it('are none where no event was read', () => {
    expect(readWarnings({ instance: liveInstance(), now })('Pod', 'a')).toEqual([]); // prettier-ignore
  });
});
