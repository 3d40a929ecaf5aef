import { isClusterName, parseAddress, serviceOf } from './address';

describe('parseAddress', () => {
  it.each([
    ['dapr-sentry:443', { host: 'dapr-sentry', port: 443 }],
    ['dapr-sentry', { host: 'dapr-sentry' }],
    ['dns:///dapr-sentry:443', { host: 'dapr-sentry', port: 443 }],
    ['dns://dapr-sentry:443', { host: 'dapr-sentry', port: 443 }],
    ['x dns://dapr-sentry', undefined],
    ['[::1]:50005', { host: '::1', port: 50005 }],
    [' 10.0.0.1:80 ', { host: '10.0.0.1', port: 80 }],
    ['', undefined],
    [undefined, undefined],
    ['a:b', undefined],
    ['a:1:2', undefined],
  ])('%j', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });
});

describe('serviceOf', () => {
  it.each([
    ['web', { name: 'web', namespace: 'shop' }],
    ['web.front', { name: 'web', namespace: 'front' }],
    ['web.front.svc', { name: 'web', namespace: 'front' }],
    ['Web.Front.svc.Cluster.Local.', { name: 'web', namespace: 'front' }],
    ['web-0.web.front.svc', { name: 'web', namespace: 'front' }],
    ['example.com', { name: 'example', namespace: 'com' }],
    ['www.example.com', undefined],
    ['web.front.svc.other.domain', undefined],
    ['10.0.0.1', undefined],
    ['::1', undefined],
    ['.svc', undefined],
    ['web..svc', undefined],
    ['.front', undefined],
    ['.front.svc', undefined],
  ])('%s', (host, expected) => {
    expect(serviceOf(host, 'shop', 'cluster.local')).toEqual(expected);
  });
});

describe('isClusterName', () => {
  it.each([
    ['web', true],
    ['web.shop.svc', true],
    ['web.shop.svc.cluster.local', true],
    ['web.shop.svc.cluster.local.', true],
    ['web.shop', false],
    ['example.com', false],
  ])('%s: %s', (host, expected) => {
    expect(isClusterName(host, 'cluster.local')).toBe(expected);
  });
});
