import type { ClusterDto, Strategy } from 'backstage-plugin-dapr-shared-common';

/** What a strategy means, for who has to choose one. */
export interface StrategyMeaning {
  title: string;
  /** How many daprd run where. */
  runs: string;
  /** What it is good for, and what it costs. */
  tradeOff: string;
}

/** With the numbers of the cluster, where one is chosen and known. */
export function strategyMeaning(
  strategy: Strategy,
  cluster: ClusterDto | undefined,
): StrategyMeaning {
  const nodes = cluster?.nodes?.total;
  return strategy === 'daemonset'
    ? {
        title: 'DaemonSet',
        runs: nodes
          ? `One daprd on each node: ${nodes} on ${cluster.title}.`
          : 'One daprd on each node.',
        tradeOff:
          'Grows with the cluster. Calls still spread over all nodes, since the Service does.',
      }
    : {
        title: 'Deployment',
        runs: 'As many daprd as you say, wherever there is room.',
        tradeOff:
          'The cheapest for one app, and the choice for apps that scale to zero. Replicas compete for messages.',
      };
}
