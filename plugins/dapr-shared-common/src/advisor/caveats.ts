import type { AdviceInput, HostingStrategy } from './types';
import { replicasOf } from './counts';

interface Caveat {
  of: readonly HostingStrategy[];
  when: (input: AdviceInput) => boolean;
  says: string;
}

const SHARED: readonly HostingStrategy[] = ['daemonset', 'deployment'];

/**
 * What speaks against a way of hosting, or has to be done for it. Source:
 * dapr/dapr-shared, dapr/dapr and Kubernetes "Service Internal Traffic
 * Policy"; on actors an inference: daprd calls them through the app's Service,
 * which picks any pod.
 */
const caveats: readonly Caveat[] = [
  {
    of: ['sidecar'],
    when: scalesToZero,
    says: 'Goes away with the last app pod: while none runs, nothing takes messages, triggers or timers for it.',
  },
  {
    of: ['daemonset'],
    when: ({ nodeLocal }) => nodeLocal === true,
    says: 'Stays on the node only with internalTrafficPolicy: Local, and then a node without a ready daprd has no Dapr.',
  },
  {
    of: ['daemonset'],
    when: ({ nodeLocal }) => nodeLocal !== true,
    says: 'Its Service balances over all nodes: a call may leave the node all the same.',
  },
  {
    of: ['daemonset'],
    when: ({ readyNodes }) => readyNodes === 0,
    says: 'No node is ready, so that no daprd would run.',
  },
  {
    of: ['daemonset'],
    when: () => true,
    says: 'Grows with the cluster, whether the app does or not.',
  },
  {
    of: ['deployment'],
    when: ({ nodeLocal }) => nodeLocal === true,
    says: 'Calls leave the node: its replicas run where the scheduler puts them.',
  },
  {
    of: ['deployment'],
    when: input => replicasOf(input) === 1,
    says: 'One replica: while it restarts or its node is drained, the app has no Dapr.',
  },
  {
    of: SHARED,
    when: ({ isolation }) => isolation === true,
    says: 'Any pod that reaches its Service may call the Dapr API: ask for an API token and add a network policy.',
  },
  {
    of: SHARED,
    when: ({ actors }) => actors === true,
    says: 'Calls an actor through the app’s Service, so that any app pod may get the call: actors must keep no state in memory.',
  },
  {
    of: SHARED,
    when: ({ workflows }) => workflows === true,
    says: 'Workflows that run in more than one pod need the feature for clustered deployments.',
  },
  {
    of: SHARED,
    when: ({ latencySensitive }) => latencySensitive === true,
    says: 'Adds a network hop in each direction to what daprd itself takes.',
  },
];

/** What is to be said of a way of hosting, for this app. */
export function caveatsOf(
  strategy: HostingStrategy,
  input: AdviceInput,
): string[] {
  return caveats
    .filter(({ of, when }) => of.includes(strategy) && when(input))
    .map(({ says }) => says);
}

/** Said, or to be seen from the least number of pods. */
export function scalesToZero({ scaleToZero, appPods }: AdviceInput): boolean {
  return scaleToZero === true || appPods?.min === 0;
}
