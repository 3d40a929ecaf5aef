import { parse } from 'yaml';
import { addToKustomization, parentFolders } from '.';

const cases: { title: string; before: string; after: string }[] = [
  {
    title: 'a list of one item a line',
    before:
      'kind: Kustomization\nresources:\n  - apps # all\n  # last\n  - b\nnamePrefix: x\n',
    after:
      'kind: Kustomization\nresources:\n  - apps # all\n  # last\n  - b\n  - dapr-shared/orders\nnamePrefix: x\n',
  },
  {
    title: 'a list that is not indented, with a comment behind its last item',
    before: 'resources:\n- a # first\n- "b"   # the last\n\n# end\n',
    after:
      'resources:\n- a # first\n- "b"   # the last\n- dapr-shared/orders\n\n# end\n',
  },
  {
    title: 'a file without a line break at its end',
    before: 'resources:\n    - a',
    after: 'resources:\n    - a\n    - dapr-shared/orders',
  },
  {
    title: 'Windows line breaks',
    before: 'resources:\r\n  - a\r\nkind: Kustomization\r\n',
    after:
      'resources:\r\n  - a\r\n  - dapr-shared/orders\r\nkind: Kustomization\r\n',
  },
  {
    title: 'a list in brackets',
    before: 'resources: [a, b] # both\n',
    after: 'resources: [a, b, dapr-shared/orders] # both\n',
  },
  {
    title: 'a list in brackets over several lines',
    before: 'resources: [\n  a,\n  b, # c\n]\n',
    after: 'resources: [\n  a,\n  b, dapr-shared/orders, # c\n]\n',
  },
  {
    title: 'an empty list',
    before: 'resources: []\nkind: Kustomization\n',
    after: 'resources: [dapr-shared/orders]\nkind: Kustomization\n',
  },
  {
    title: 'a field without a value',
    before: 'resources: # none yet\nkind: Kustomization\n',
    after:
      'resources: # none yet\n  - dapr-shared/orders\nkind: Kustomization\n',
  },
  {
    title: 'a field that is null',
    before: 'resources: null\nkind: Kustomization\n',
    after: 'resources: \n  - dapr-shared/orders\nkind: Kustomization\n',
  },
  {
    title: 'a file without the field',
    before: '# ours\nkind: Kustomization\nnamespace: shop',
    after:
      '# ours\nkind: Kustomization\nnamespace: shop\nresources:\n  - dapr-shared/orders\n',
  },
  {
    title: 'a file of comments',
    before: '# ours\n',
    after: '# ours\nresources:\n  - dapr-shared/orders\n',
  },
];

describe('addToKustomization', () => {
  it.each(cases)('adds to $title', ({ before, after }) => {
    const written = addToKustomization(before, 'dapr-shared/orders');
    expect(written).toBe(after);
    expect(parse(written).resources).toContain('dapr-shared/orders');
  });

  it.each(cases)('adds once to $title', ({ after }) => {
    expect(addToKustomization(after, 'dapr-shared/orders')).toBe(after);
  });

  it.each(['./orders', 'orders/', "'orders'"])('knows %s', item => {
    const text = `resources:\n  - ${item}\n`;
    expect(addToKustomization(text, 'orders')).toBe(text);
  });

  it.each(['{resources: [orders]}\n', '{resources: [./orders/], kind: a}\n'])(
    'leaves %j as it is, which could not be added to and need not',
    text => {
      expect(addToKustomization(text, 'orders')).toBe(text);
    },
  );

  it.each(['on', '123', 'a, b', 'a: b', '# a', '"'])(
    'keeps an entry called %s what it is',
    entry => {
      for (const text of ['resources: [a]\n', 'resources:\n- a\n', '']) {
        const { resources } = parse(addToKustomization(text, entry), {
          version: '1.1',
        });
        expect(resources.at(-1)).toBe(entry);
      }
    },
  );

  it.each([
    ['kind: [', /not valid YAML/],
    ['- a\n', /not one a line/],
    ['{kind: Kustomization}\n', /not one a line/],
    ['resources: a\n', /resources is not a list/],
    ['a: 1\n---\nb: 1\n', /not valid YAML/],
  ])('refuses %j and says what to do', (text, why) => {
    const add = () => addToKustomization(text, 'orders');
    expect(add).toThrow(why);
    expect(add).toThrow('Add "orders" to its resources by hand.');
  });
});

describe('parentFolders', () => {
  it('names the nearest first, and the root last', () => {
    expect(parentFolders('clusters/prod-eu/shop')).toEqual([
      { folder: 'clusters/prod-eu', entry: 'shop' },
      { folder: 'clusters', entry: 'prod-eu/shop' },
      { folder: '', entry: 'clusters/prod-eu/shop' },
    ]);
  });
});
