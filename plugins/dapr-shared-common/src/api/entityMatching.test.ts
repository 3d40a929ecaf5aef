import { instanceSelector, isAmbiguous, matchesEntity } from '.';

const entity = (annotations: Record<string, string>) => ({
  metadata: { name: 'orders', annotations },
});
const self = 'component:default/orders';
const instance = (id: string, entityRef?: string) => {
  const [cluster = '', namespace = '', appId = ''] = id.split('/');
  return { cluster, namespace, appId, entityRef };
};

describe('instanceSelector', () => {
  it.each([
    [{}, undefined],
    [{ 'dapr.io/app-id': ' , ' }, undefined],
    [{ 'dapr.io/app-id': 'orders' }, [{ appId: 'orders' }]],
    [
      { 'dapr.io/app-id': 'shop/orders, billing' },
      [{ namespace: 'shop', appId: 'orders' }, { appId: 'billing' }],
    ],
    [{ 'dapr.io/application-id': 'old' }, [{ appId: 'old' }]],
    [
      {
        'dapr.io/app-id': 'orders, b/x',
        'backstage.io/kubernetes-namespace': 'shop',
      },
      [
        { namespace: 'shop', appId: 'orders' },
        { namespace: 'b', appId: 'x' },
      ],
    ],
  ])('%j names %j', (annotations, refs) => {
    expect(instanceSelector(entity(annotations))?.refs).toEqual(refs);
  });
});

describe('matchesEntity', () => {
  const selector = instanceSelector(
    entity({ 'dapr.io/app-id': 'shop/orders, billing' }),
  ) ?? { refs: [] };

  it.each([
    ['eu/shop/orders', undefined, true],
    ['us/shop/orders', undefined, true],
    ['eu/other/orders', undefined, false],
    ['eu/any/billing', undefined, true],
    ['eu/shop/orders', 'Component:default/Orders', true],
    ['eu/shop/orders', 'component:default/other', false],
  ])('%s that names %s: %s', (id, entityRef, expected) => {
    expect(matchesEntity(selector, self, instance(id, entityRef))).toBe(
      expected,
    );
  });

  it('keeps to the cluster that the entity names', () => {
    const narrow = { ...selector, cluster: 'eu' };
    expect(matchesEntity(narrow, self, instance('eu/shop/orders'))).toBe(true);
    expect(matchesEntity(narrow, self, instance('us/shop/orders'))).toBe(false);
  });
});

describe('isAmbiguous', () => {
  const bare = { refs: [{ appId: 'orders' }] };
  const two = [instance('eu/a/orders'), instance('eu/b/orders')];

  it('flags an app id that several namespaces have', () => {
    expect(two.map(i => isAmbiguous(bare, i, two))).toEqual([true, true]);
  });

  it('does not flag the same namespace on several clusters', () => {
    const same = [instance('eu/a/orders'), instance('us/a/orders')];
    expect(same.map(i => isAmbiguous(bare, i, same))).toEqual([false, false]);
  });

  it('does not flag what names its namespace or its entity', () => {
    const named = { refs: [{ appId: 'orders', namespace: 'a' }] };
    const own = instance('eu/a/orders', self);
    expect(isAmbiguous(named, instance('eu/a/orders'), two)).toBe(false);
    expect(isAmbiguous(bare, own, two)).toBe(false);
  });
});
