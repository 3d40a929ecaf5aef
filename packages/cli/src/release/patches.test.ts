import { applyPatches, readPatches } from './patches';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders' },
  spec: {
    replicas: 1,
    containers: [{ name: 'daprd', image: 'a' }, { name: 'other' }],
  },
};
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } }; // prettier-ignore

const patched = (patches: unknown) =>
  applyPatches([deployment, service], readPatches(patches));

const replicas = '- {op: add, path: /spec/replicas, value: 3}';
const onReplicas = [
  { ...deployment, spec: { ...deployment.spec, replicas: 3 } },
  service,
];

describe('patches of kustomize', () => {
  it.each([
    ['kind', { kind: 'Deployment' }],
    ['group, version and name', { group: 'apps', version: 'v1', name: 'orders' }], // prettier-ignore
    ['a pattern', { kind: 'Depl.*' }],
  ])('change what is selected by %s', (_, target) => {
    expect(patched([{ target, patch: replicas }])).toEqual(onReplicas);
  });

  it.each([
    ['another name', { kind: 'Deployment', name: 'order' }],
    ['labels, which are not understood', { labelSelector: 'a=b' }],
  ])('leave the rest alone: %s', (_, target) => {
    expect(patched([{ target, patch: replicas }])).toEqual([deployment, service]); // prettier-ignore
  });

  it('merge maps, and lists by name', () => {
    const patch =
      'kind: Deployment\nmetadata: {name: orders}\nspec: {replicas: 3, containers: [{name: daprd, image: b}]}';
    expect(patched([{ patch }])).toEqual([
      {
        ...deployment,
        spec: {
          replicas: 3,
          containers: [{ name: 'daprd', image: 'b' }, { name: 'other' }],
        },
      },
      service,
    ]);
  });

  it('remove an object, or an item of a list', () => {
    expect(
      patched([
        { target: { kind: 'Service' }, patch: '$patch: delete' },
        {
          target: { kind: 'Deployment' },
          patch: 'spec: {containers: [{name: other, $patch: delete}]}',
        },
      ]),
    ).toEqual([
      {
        ...deployment,
        spec: { replicas: 1, containers: [{ name: 'daprd', image: 'a' }] },
      },
    ]);
  });
});
