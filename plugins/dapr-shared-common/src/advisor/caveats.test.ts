import { advise, type AdviceInput, type HostingStrategy } from '.';

const GROWS = 'Grows with the cluster, whether the app does or not.';
const BALANCES =
  'Its Service balances over all nodes: a call may leave the node all the same.';

function option(strategy: HostingStrategy, input: AdviceInput) {
  return advise(input).options.find(o => o.strategy === strategy);
}

describe('caveats', () => {
  it.each<[HostingStrategy, AdviceInput, string[]]>([
    ['sidecar', {}, []],
    [
      'sidecar',
      { scaleToZero: true },
      [
        'Goes away with the last app pod: while none runs, nothing takes messages, triggers or timers for it.',
      ],
    ],
    ['daemonset', {}, [BALANCES, GROWS]],
    [
      'daemonset',
      { nodeLocal: true },
      [
        'Stays on the node only with internalTrafficPolicy: Local, and then a node without a ready daprd has no Dapr.',
        GROWS,
      ],
    ],
    [
      'daemonset',
      { readyNodes: 0 },
      [BALANCES, 'No node is ready, so that no daprd would run.', GROWS],
    ],
    ['deployment', {}, []],
    [
      'deployment',
      { replicas: 1 },
      [
        'One replica: while it restarts or its node is drained, the app has no Dapr.',
      ],
    ],
    [
      'deployment',
      { nodeLocal: true },
      ['Calls leave the node: its replicas run where the scheduler puts them.'],
    ],
    [
      'deployment',
      {
        isolation: true,
        actors: true,
        workflows: true,
        latencySensitive: true,
      },
      [
        'Any pod that reaches its Service may call the Dapr API: ask for an API token and add a network policy.',
        'Calls an actor through the app’s Service, so that any app pod may get the call: actors must keep no state in memory.',
        'Workflows that run in more than one pod need the feature for clustered deployments.',
        'Adds a network hop in each direction to what daprd itself takes.',
      ],
    ],
  ])('of a %s for %j', (strategy, input, expected) => {
    expect(option(strategy, input)?.caveats).toEqual(expected);
  });
});

describe('network hops', () => {
  it.each<[HostingStrategy, AdviceInput, number, number]>([
    ['sidecar', {}, 0, 0],
    ['daemonset', {}, 0, 1],
    ['daemonset', { nodeLocal: true }, 0, 0],
    ['deployment', {}, 0, 1],
    ['deployment', { nodeLocal: true }, 0, 1],
  ])('of a %s for %j', (strategy, input, min, max) => {
    expect(option(strategy, input)?.hops).toEqual({ min, max });
  });
});
