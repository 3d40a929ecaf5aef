import { checkEntityRef } from './entityRef';

const check = (part: object) =>
  checkEntityRef({ kind: 'component', namespace: 'default', name: 'orders', ...part }); // prettier-ignore

describe('checkEntityRef', () => {
  it.each([[{}], [{ kind: 'COMPONENT' }], [{ name: 'a..b_c-D.1' }]])(
    'takes %j',
    part => {
      expect(check(part)).toMatchObject(part);
    },
  );

  it.each([
    ['kind', '..'],
    ['namespace', '..'],
    ['name', '.'],
    ['name', 'a/b'],
    ['name', 'a:b'],
    ['name', 'a b'],
    ['name', 'a\0'],
    ['name', ''],
    ['name', 'x'.repeat(254)],
  ])('refuses a %s of %j and names it', (key, value) => {
    expect(() => check({ [key]: value })).toThrow(key);
  });
});
