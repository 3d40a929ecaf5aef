import { entityOwners } from '.';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

describe('entityOwners', () => {
  it('names those whom the catalog relates as owners, in a steady order', () => {
    const relations = [
      { type: 'ownedBy', targetRef: 'group:default/shop' },
      { type: 'partOf', targetRef: 'system:default/shop' },
      { type: 'ownedBy', targetRef: 'group:default/billing' },
    ];
    expect(entityOwners({ ...entity, relations })).toEqual([
      'group:default/billing',
      'group:default/shop',
    ]);
  });

  it.each([undefined, entity])('names nobody for %j', none => {
    expect(entityOwners(none)).toEqual([]);
  });

  it('takes whoever is said to own it later, where there is no entity yet', () => {
    expect(entityOwners(undefined, 'group:default/a')).toEqual(['group:default/a']); // prettier-ignore
    expect(entityOwners(entity, 'group:default/a')).toEqual([]);
  });
});
