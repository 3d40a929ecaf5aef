import { asking, request } from './testUtils';
import type { PlanRequest } from './types';
import { flatten, overlayValues, withUserValues } from './userValues';

describe('values set by hand', () => {
  const shared = (fields: object): Partial<PlanRequest> => ({
    values: { shared: fields },
  });
  const app = (fields: object) => ({ app: { ...request.app, ...fields } });

  it.each<[Partial<PlanRequest>, Partial<PlanRequest>]>([
    [shared({ remoteURL: 'legacy' }), app({ host: 'legacy' })],
    [shared({ remotePort: 90 }), app({ port: 90 })],
    [shared({ remotePort: 0 }), app({ port: 0 })],
    ...['http', 'https', 'grpc', 'grpcs', 'h2c'].map(
      (protocol): [Partial<PlanRequest>, Partial<PlanRequest>] => [
        shared({ daprd: { app: { protocol } } }),
        app({ protocol }),
      ],
    ),
    [shared({ strategy: 'daemonset' }), { strategy: 'daemonset' }],
    [shared({ deployment: { replicas: 4 } }), { replicas: 4 }],
    [shared({ daprd: { image: { tag: '1.17.1' } } }), { runtimeVersion: '1.17.1' }], // prettier-ignore
    [shared({ daprd: { config: 'tracing' } }), { configuration: 'tracing' }],
  ])('%j ask for %j', (byHand, meant) => {
    const followed = withUserValues(asking(byHand));
    expect(followed).toMatchObject(meant);
    expect(followed).toMatchObject(byHand);
  });

  it('ask for a deployment too', () => {
    const strategy = 'deployment';
    const given = asking({ strategy: 'daemonset', ...shared({ strategy }) });
    expect(withUserValues(given).strategy).toBe('deployment');
  });

  it.each<Partial<PlanRequest>>([
    {},
    shared({ remoteURL: 1, remotePort: '90', strategy: 'Daemonset' }),
    shared({ daprd: { app: { protocol: 'tcp' }, image: { tag: 'edge' } } }),
    shared({ daprd: { app: { protocol: ['grpc'] }, config: '' } }),
    shared({ deployment: { replicas: 'many' } }),
  ])('change nothing of a request that they say nothing of: %j', byHand => {
    const given = asking({
      ...byHand,
      app: { host: 'orders', port: 80, protocol: 'grpc' },
      replicas: 2,
      runtimeVersion: '1.18.3',
      configuration: 'own',
    });
    expect(withUserValues(given)).toEqual(given);
  });

  it('are entries, one for each key of the chart and for what is none', () => {
    const affinity = { podAffinity: { a: 1 } };
    const values = {
      shared: { daprd: { image: { tag: 'x' } }, none: { a: [1] }, empty: {} },
      affinity,
    };
    expect(flatten(values)).toEqual([
      { path: 'shared.daprd.image.tag', value: 'x' },
      { path: 'shared.none.a', value: [1] },
      { path: 'affinity', value: affinity },
    ]);
  });

  it('stand over what was planned, which keeps its reason where they agree', () => {
    const planned = [
      { path: 'shared.remotePort', value: 80, why: 'planned' },
      { path: 'shared.remoteURL', value: 'orders', why: 'planned' },
      { path: 'podAnnotations', value: { a: 'b' }, why: 'planned' },
    ];
    const byHand = [
      { path: 'shared.remotePort', value: 90 },
      { path: 'shared.remoteURL', value: 'orders' },
      { path: 'podAnnotations', value: {} },
      { path: 'affinity', value: {} },
    ];
    expect(overlayValues(planned, byHand)).toEqual([
      { path: 'shared.remotePort', value: 90, why: 'Set by hand.', always: true }, // prettier-ignore
      planned[1],
      planned[2],
      { path: 'affinity', value: {} },
    ]);
  });
});
