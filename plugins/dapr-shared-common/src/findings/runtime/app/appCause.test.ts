import type { KubeObject } from '../../../objects';
import { service, slice } from '../../__testUtils__/failures/services';
import { given, type Setup } from '../../__testUtils__/live';
import { circumstances } from '../circumstances';
import { appCause, appIsUp } from './appCause';

function cause(
  services: readonly KubeObject[] | undefined,
  endpointSlices?: readonly KubeObject[],
  args: NonNullable<Setup['args']> = {},
) {
  const seen = circumstances(given(undefined, { services, endpointSlices }, { args })); // prettier-ignore
  return appCause(seen, true);
}

describe('where no Service is at the host', () => {
  it.each([
    ['none other is near', [service('x', [80])], '<service>.<namespace>.svc.cluster.local of the app.'],
    ['one has the same port', [service('x', [80]), service('y', [80, 8080])], 'y.shop.svc.cluster.local.'],
    ['one of another namespace has the same port', [service('x', [8080], { namespace: 'front' })], '<service>.<namespace>.svc.cluster.local of the app.'],
    ['only daprd’s own has the same port', [service('orders-dapr', [8080])], '<service>.<namespace>.svc.cluster.local of the app.'],
    ['one of another namespace has the name', [service('orders', [80], { namespace: 'front' }), service('y', [8080])], 'orders.front.svc.cluster.local.'],
    ['two have the same port', [service('x', [8080]), service('y', [8080])], '<service>.<namespace>.svc.cluster.local of the app, for example x.shop.svc.cluster.local or y.shop.svc.cluster.local.'],
    ['many have the same port', ['a', 'b', 'c', 'd'].map(name => service(name, [8080])), '<service>.<namespace>.svc.cluster.local of the app, for example a.shop.svc.cluster.local or b.shop.svc.cluster.local or c.shop.svc.cluster.local.'],
  ])('%s', (_, services, host) => {
    expect(cause(services)?.fix).toBe(`Set shared.remoteURL: ${host}`);
  }); // prettier-ignore

  it.each([
    ['a short name', 'web', 'shop'],
    ['a name with the instance’s namespace', 'web.shop', 'shop'],
    ['a name with svc', 'web.front.svc', 'front'],
    ['a name of a namespace that was read', 'web.seen', 'seen'],
  ])('is told of %s', (_, host, namespace) => {
    const services = [service('x', [80], { namespace: 'seen' })];
    expect(cause(services, undefined, { 'app-channel-address': host })?.cause).toBe(`There is no Service web in namespace ${namespace}, where daprd looks for its app.`); // prettier-ignore
  });

  it('is not told of a name that may be outside', () => {
    const services = [service('x', [80], { namespace: 'seen' })];
    expect(cause(services, [], { 'app-channel-address': 'example.com' })).toBeUndefined(); // prettier-ignore
    expect(cause(undefined, [])).toBeUndefined();
    expect(cause(services, [], { 'app-channel-address': undefined })).toBeUndefined(); // prettier-ignore
  });
});

describe('where the Service is', () => {
  it('names its ports as they are named', () => {
    const ports = { ports: [{ port: 80 }, { port: 443, name: 'tls' }, { name: 'none' }] }; // prettier-ignore
    expect(cause([service('orders', [], ports)])).toMatchObject({
      cause:
        'Service orders of the app has no port 8080; it has 80, 443 (tls).',
      fix: 'Set shared.remotePort: one of 80, 443.',
      evidence: '--app-port=8080',
    });
  });

  it('does not look behind an ExternalName', () => {
    expect(cause([service('orders', [80], { type: 'ExternalName' })], [])).toBeUndefined(); // prettier-ignore
  });

  it('counts addresses, not slices; those that say nothing are ready', () => {
    const orders = [service('orders', [8080])];
    expect(cause(orders, [slice('orders', [false, false]), slice('orders', [false])])?.evidence).toBe('EndpointSlices: 0 ready, 2 not ready'); // prettier-ignore
    const silent = { ...slice('orders', []), endpoints: [{ addresses: ['10.0.0.9'] }] }; // prettier-ignore
    expect(cause(orders, [silent])).toBeUndefined();
  });

  it.each([
    ['another Service', slice('other', [true])],
    ['another namespace', slice('orders', [true], 'front')],
  ])('passes over slices of %s', (_, other) => {
    expect(cause([service('orders', [8080])], [other])?.cause).toBe('No pod of the app runs behind orders.shop.svc.cluster.local.'); // prettier-ignore
  });
});

describe('appIsUp', () => {
  it.each([
    ['a ready pod', [slice('orders', [true])], {}, true],
    ['none that is ready', [slice('orders', [false])], {}, false],
    ['what was not read', undefined, {}, false],
    ['an address of IP', [slice('orders', [true])], { 'app-channel-address': '10.0.0.1' }, false], // prettier-ignore
  ])('%s', (_, endpointSlices, args, expected) => {
    const seen = circumstances(given(undefined, { endpointSlices }, { args }));
    expect(appIsUp(seen)).toBe(expected);
  });
});
