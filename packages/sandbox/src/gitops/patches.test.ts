import { applyPatches } from './patches';

const objects = [
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders-dapr' } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders' },
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'daprd', image: 'a', args: ['--x'] },
            { name: 'other', image: 'b' },
          ],
        },
      },
    },
  },
];

const target = { kind: 'Deployment', name: 'orders' };

describe('applyPatches', () => {
  it('applies JSON 6902 to the target alone', () => {
    const patch = '- op: add\n  path: /metadata/labels\n  value: { a: b }\n';
    const [service, deployment] = applyPatches(objects, [{ target, patch }]);
    expect(deployment?.metadata).toEqual({ name: 'orders', labels: { a: 'b' } }); // prettier-ignore
    expect(service).toBe(objects[0]);
    expect(objects[1]?.metadata).toEqual({ name: 'orders' });
  });

  it('merges strategically, containers by name', () => {
    const patch = [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata: { name: orders }',
      'spec: { template: { spec: { containers: [ { name: daprd, image: c }, { name: new } ] } } }',
    ].join('\n');
    const expected = [
      { name: 'daprd', image: 'c', args: ['--x'] },
      { name: 'other', image: 'b' },
      { name: 'new' },
    ];
    for (const given of [{ target, patch }, { patch }]) {
      const [, deployment] = applyPatches(objects, [given]);
      expect(deployment?.spec).toEqual({ template: { spec: { containers: expected } } }); // prettier-ignore
    }
  });

  it('removes what a patch deletes', () => {
    const patch = '$patch: delete\nkind: Service\nmetadata: { name: orders-dapr }\n'; // prettier-ignore
    expect(applyPatches(objects, [{ patch }])).toEqual([objects[1]]);
  });

  it.each([
    ['no object', { kind: 'DaemonSet' }, '- op: remove\n  path: /spec\n'],
    ['cannot be applied', target, '- op: remove\n  path: /none/x\n'],
    ['none of JSON 6902', target, '- op: grow\n  path: /spec\n'],
  ])('says: %s', (message, wrong, patch) => {
    const patches = [{ target: wrong, patch }];
    expect(() => applyPatches(objects, patches)).toThrow(message);
  });
});
