import { inspect } from 'backstage-plugin-dapr-shared-common';
import { daprd } from '../../testUtils/objects';
import { channelService } from './channelService';

const of = (host: string, port = 8080) => {
  const [instance] = inspect([daprd({ namespace: 'shop', appId: 'orders', host, port })]); // prettier-ignore
  return instance && channelService(instance);
};

describe('channelService', () => {
  it.each([
    ['orders', { namespace: 'shop', name: 'orders' }],
    ['orders.sales', { namespace: 'sales', name: 'orders' }],
    ['orders.sales.svc', { namespace: 'sales', name: 'orders' }],
    ['orders.sales.svc.cluster.local', { namespace: 'sales', name: 'orders' }],
  ])('finds the Service that %s names', (host, expected) => {
    expect(of(host)).toEqual(expected);
  });

  it.each([
    '10.0.0.7',
    '[fd00::7]',
    'orders.example.com',
    'Orders.shop.svc',
    'orders,x.shop.svc',
    'http://orders',
    '',
  ])('finds none in %j', host => expect(of(host)).toBeUndefined());

  it('finds none where there is no app', () => {
    expect(of('orders', 0)).toBeUndefined();
  });
});
