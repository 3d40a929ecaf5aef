import { plan } from './plan';
import { checkRequest } from './request';
import { request } from './testUtils';
import type { PlanRequest } from './types';

const withApp = (app: Partial<PlanRequest['app']>): PlanRequest => ({
  ...request,
  app: { ...request.app, ...app },
});
const inTarget = (target: Partial<PlanRequest['target']>): PlanRequest => ({
  ...request,
  target: { ...request.target, ...target },
});
/** Templates are not type-checked. */
const untyped = (fields: object): PlanRequest => ({ ...request, ...fields });

const refused: [string, PlanRequest, string, string][] = [
  ['a long app id', untyped({ appId: 'a'.repeat(59) }), 'appId', 'at most 58'],
  ['the app id on', untyped({ appId: 'on' }), 'appId', 'Write for example "on-app"'], // prettier-ignore
  ['the app id 123', untyped({ appId: '123' }), 'appId', 'start with a lower-case letter'], // prettier-ignore
  ['the app id null', untyped({ appId: 'null' }), 'appId', 'YAML reads that'],
  ['upper case', untyped({ appId: 'Orders' }), 'appId', 'only lower-case'],
  ['a path', untyped({ appId: '../orders' }), 'appId', 'only lower-case'],
  ['an underscore at the end', untyped({ appId: 'orders-' }), 'appId', 'Write for example "orders"'], // prettier-ignore
  ['a namespace 1e3', inTarget({ namespace: '1e3' }), 'namespace', 'YAML reads that'], // prettier-ignore
  ['a path as namespace', inTarget({ namespace: '../kube-system' }), 'namespace', 'Write for example "shop"'], // prettier-ignore
  ['a path as cluster', inTarget({ cluster: '../prod' }), 'cluster', 'Pick one of the clusters'], // prettier-ignore
  ['dots as cluster', inTarget({ cluster: 'a..b' }), 'cluster', 'single dots'],
  ['a URL', withApp({ host: 'https://orders.shop:8443/api' }), 'host', 'Write "orders.shop" here, and port 8443 and protocol "https"'], // prettier-ignore
  ['a URL without a port', withApp({ host: 'http://orders' }), 'host', 'Write "orders" here, and port 80'], // prettier-ignore
  ['host and port', withApp({ host: 'orders:8080' }), 'host', 'Write "orders" here, and port 8080'], // prettier-ignore
  ['a host with spaces', withApp({ host: 'or ders' }), 'host', 'DNS name'],
  ['port 70000', withApp({ port: 70000 }), 'port', 'from 1 to 65535'],
  ['port 80.5', withApp({ port: 80.5 }), 'port', 'whole number'],
  ['an unknown strategy', untyped({ strategy: 'DaemonSet' }), 'strategy', 'daemonset or deployment'], // prettier-ignore
  ['an unknown protocol', untyped({ app: { port: 80, protocol: 'tcp' } }), 'protocol', 'http, https, grpc, grpcs or h2c'], // prettier-ignore
  ['replicas -1', untyped({ replicas: -1 }), 'replicas', '1 or more'],
  ['replicas 0', untyped({ replicas: 0 }), 'replicas', 'even for 0'],
  ['a bare name as entity', untyped({ entityRef: 'orders' }), 'entityRef', 'component:default/orders'], // prettier-ignore
  ['the version latest', untyped({ runtimeVersion: 'latest' }), 'runtimeVersion', '1.18.3'], // prettier-ignore
];

describe('checkRequest', () => {
  it.each(refused)('refuses %s', (_, bad, field, cure) => {
    const problems = checkRequest(bad);
    expect(problems.map(problem => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(new RegExp(`^${field} m`));
    expect(problems[0]?.message).toContain(cure);
  });

  it.each([
    ['the plainest request', request],
    ['58 characters', untyped({ appId: 'a'.repeat(58) })],
    ['port 0 for an app that only calls', withApp({ port: 0 })],
    ['an address', withApp({ host: '10.0.0.7' })],
    ['a host that ends with a dot', withApp({ host: 'orders.shop.' })],
  ])('accepts %s', (_, good) => {
    expect(checkRequest(good)).toEqual([]);
  });

  it('names every bad field at once when a plan is asked for', () => {
    const bad = { ...withApp({ port: 70000 }), appId: 'on' };
    expect(() => plan(bad, {})).toThrow(/appId [^]*\nport /);
  });
});
