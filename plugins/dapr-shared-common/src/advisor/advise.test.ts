import { advise, type AdviceInput, sizingFigures } from '.';
import { recommendedResources } from '../plan';

const pods = (min: number, max = min) => ({ appPods: { min, max } });

function counts(input: AdviceInput) {
  return advise(input).options.map(({ strategy, daprds, countDependsOn }) => [
    strategy,
    daprds?.min ?? countDependsOn,
    daprds?.max ?? countDependsOn,
  ]);
}

describe('the count of daprd', () => {
  it('is 60, 200 and 40 for 20 apps of 3 pods on 10 nodes', () => {
    expect(counts({ appIds: 20, ...pods(3), readyNodes: 10 })).toEqual([
      ['sidecar', 60, 60],
      ['daemonset', 200, 200],
      ['deployment', 40, 40],
    ]);
  });

  it('follows pods, nodes and replicas for one app id', () => {
    expect(counts({ ...pods(1, 6), readyNodes: 12, replicas: 3 })).toEqual([
      ['sidecar', 1, 6],
      ['daemonset', 12, 12],
      ['deployment', 3, 3],
    ]);
  });

  it('stays unknown where what it depends on is not known', () => {
    expect(counts({})).toEqual([
      ['sidecar', 'app pods', 'app pods'],
      ['daemonset', 'nodes', 'nodes'],
      ['deployment', 2, 2],
    ]);
  });

  it.each([
    [undefined, 2],
    [0, 2],
    [1250, 2],
    [1251, 3],
    [10_000, 16],
  ])(
    'of a Deployment carries %s requests per second with %s replicas',
    (requestsPerSecond, expected) => {
      expect(counts({ requestsPerSecond })[2]).toEqual([
        'deployment',
        expected,
        expected,
      ]);
    },
  );
});

describe('CPU and memory', () => {
  it('are the count times what Dapr recommends', () => {
    const { options } = advise({ ...pods(2, 6), readyNodes: 12 });
    expect(
      options.map(o => [o.cpuRequestMillicores, o.memoryRequestMebibytes]),
    ).toEqual([
      [
        { min: 200, max: 600 },
        { min: 500, max: 1500 },
      ],
      [
        { min: 1200, max: 1200 },
        { min: 3000, max: 3000 },
      ],
      [
        { min: 200, max: 200 },
        { min: 500, max: 500 },
      ],
    ]);
  });

  it('are unknown with the count', () => {
    const [sidecar] = advise({}).options;
    expect(sidecar).toMatchObject({
      cpuRequestMillicores: undefined,
      memoryRequestMebibytes: undefined,
    });
  });

  it('are the figures that a plan writes', () => {
    const { cpuRequest, memoryRequest, cpuLimit } = sizingFigures;
    expect(recommendedResources).toMatchObject({
      requests: { cpu: `${cpuRequest.value}m`, memory: `${memoryRequest.value}Mi` }, // prettier-ignore
      limits: { cpu: `${cpuLimit.value}m` },
    });
  });
});

describe('the recommendation', () => {
  it.each<[string, AdviceInput, string, string]>([
    [
      'an app that scales to zero',
      { scaleToZero: true },
      'deployment',
      'The app scales to zero, which a sidecar does not outlive.',
    ],
    [
      'an app whose least number of pods is none',
      pods(0, 4),
      'deployment',
      'The app scales to zero, which a sidecar does not outlive.',
    ],
    [
      'an app that scales to zero and stays on its node',
      { scaleToZero: true, nodeLocal: true },
      'daemonset',
      'The app scales to zero, which a sidecar does not outlive, and its calls should stay on the node.',
    ],
    [
      'an app that scales to zero, whatever else it wants',
      { scaleToZero: true, isolation: true, latencySensitive: true },
      'deployment',
      'The app scales to zero, which a sidecar does not outlive.',
    ],
    [
      'an API that nobody else may reach',
      { ...pods(9), isolation: true },
      'sidecar',
      'A sidecar listens inside its pod alone: no other pod reaches this app’s Dapr API.',
    ],
    [
      'actors',
      { ...pods(9), actors: true, nodeLocal: true },
      'sidecar',
      'Actors keep their place: a sidecar calls the app pod that it belongs to.',
    ],
    [
      'workflows',
      { ...pods(9), workflows: true },
      'sidecar',
      'Workflows need no further feature with sidecars, however many pods run.',
    ],
    [
      'latency',
      { ...pods(9), latencySensitive: true },
      'sidecar',
      'Latency counts, and between an app and its sidecar there is no network hop.',
    ],
    [
      'calls that stay on the node',
      { ...pods(9), nodeLocal: true },
      'daemonset',
      'Calls to daprd should stay on the node.',
    ],
    [
      'many pods and nothing special',
      { appIds: 20, ...pods(3), readyNodes: 10 },
      'deployment',
      'It runs 20 daprd fewer than sidecars would at the app’s full size.',
    ],
    [
      'few pods and nothing special',
      { ...pods(1, 2), readyNodes: 10 },
      'sidecar',
      'A shared daprd would save nothing: the app has no more pods than a Deployment would have replicas.',
    ],
    [
      'an app of which nothing is known',
      {},
      'sidecar',
      'Nothing that is known speaks for a shared daprd, and how many pods the app has is not known.',
    ],
  ])('for %s', (_, input, recommended, reason) => {
    const advice = advise(input);
    expect(advice.recommended).toBe(recommended);
    expect(advice.reasons[0]).toBe(reason);
  });

  it('names further reasons after the one that decides', () => {
    expect(
      advise({ isolation: true, latencySensitive: true, ...pods(1) }).reasons,
    ).toEqual([
      'A sidecar listens inside its pod alone: no other pod reaches this app’s Dapr API.',
      'Latency counts, and between an app and its sidecar there is no network hop.',
      'A shared daprd would save nothing: the app has no more pods than a Deployment would have replicas.',
    ]);
  });
});
