import { instance } from '../__fixtures__/responses';
import {
  channelText,
  chartText,
  count,
  duration,
  endpoints,
  replicasText,
  splitSource,
} from './words';

const replicas = { ready: 1, updated: 1, available: 1 };

describe('words', () => {
  it.each([
    [
      { strategy: 'deployment', replicas: { ...replicas, desired: 2 } },
      'Deployment 1/2',
    ],
    [
      { strategy: 'daemonset', replicas: { ...replicas, desired: 12 } },
      'DaemonSet 1/12 nodes',
    ],
    [{ strategy: 'daemonset', replicas }, 'DaemonSet 1/? nodes'],
  ] as const)('replicas of %j: %s', (over, text) => {
    expect(replicasText(instance(over))).toBe(text);
  });

  it.each([
    [{ host: 'a.b', port: 80, protocol: 'grpc' }, 'grpc a.b:80'],
    [
      { host: 'a.b', port: 0, protocol: 'http' },
      'none: the app only calls Dapr',
    ],
    [{ port: 80, protocol: 'http' }, 'http (no host):80'],
    [undefined, 'not known'],
  ])('channel %j: %s', (channel, text) => {
    expect(channelText(channel)).toBe(text);
  });

  it.each([
    [{ name: 'dapr-shared-chart', version: '1.16.0' }, '1.16.0'],
    [{ name: 'our-wrapper', version: '2.0.0' }, 'our-wrapper 2.0.0'],
    [undefined, 'not known'],
  ])('chart %j: %s', (chart, text) => {
    expect(chartText(instance({ chart }))).toBe(text);
  });

  it.each([
    ['https://git/o/r#main:a/b', 'https://git/o/r', '#main:a/b'],
    ['somewhere', '', 'somewhere'],
  ])('takes the source %s apart', (source, repository, rest) => {
    expect(splitSource(source)).toEqual({ repository, rest });
  });

  it('names the endpoints that the chart makes', () => {
    expect(endpoints(instance())).toEqual({
      http: 'http://orders-dapr.shop.svc.cluster.local:3500',
      grpc: 'http://orders-dapr.shop.svc.cluster.local:50001',
    });
  });

  it.each([
    ['2026-01-01T11:59:30Z', 'less than a minute'],
    ['2026-01-01T11:58:00Z', '2 minutes'],
    ['2026-01-01T11:00:00Z', '1 hour'],
    ['2025-12-29T11:00:00Z', '3 days'],
    ['2026-01-01T12:00:05Z', 'less than a minute'],
  ])('%s is %s ago', (time, text) => {
    expect(duration(time, new Date('2026-01-01T12:00:00Z'))).toBe(text);
  });

  it.each([
    [1, '1 instance'],
    [3, '3 instances'],
  ])('counts %d as %s', (number, text) => {
    expect(count(number, 'instance')).toBe(text);
  });
});
