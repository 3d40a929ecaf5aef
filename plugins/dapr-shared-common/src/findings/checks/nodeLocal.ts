import { at, type KubeObject } from '../../objects';
import { nodesWithoutDaprd, notNodeLocal } from '../codes/capacity';
import { finding } from '../finding';
import { leadingServices, serviceName } from './read';
import type { Check } from './types';

function isLocal(service: KubeObject): boolean {
  return at(service, 'spec', 'internalTrafficPolicy') === 'Local';
}

export const notNodeLocalCheck: Check = {
  code: notNodeLocal,
  run: input => {
    const [service] = leadingServices(input);
    if (input.instance.strategy !== 'daemonset' || !service) return undefined;
    if (leadingServices(input).some(isLocal) || input.nodes?.total === 1) {
      return undefined;
    }
    return finding(notNodeLocal, {
      cause: `${serviceName(service)} balances over the daprd of all nodes.`,
      evidence: 'spec.internalTrafficPolicy: Cluster',
    });
  },
};

export const nodesWithoutDaprdCheck: Check = {
  code: nodesWithoutDaprd,
  run: input => {
    const { nodes, instance } = input;
    const [workload] = instance.workloads;
    const { desired } = workload.replicas;
    const service = leadingServices(input).find(isLocal);
    if (!service || !nodes || desired === undefined) return undefined;
    return desired >= nodes.ready
      ? undefined
      : finding(nodesWithoutDaprd, {
          cause: `${serviceName(service)} keeps calls on the node, ${nodes.ready} nodes are ready, and ${workload.kind} ${workload.name} runs on ${desired} of them at most.`, // prettier-ignore
          evidence: 'spec.internalTrafficPolicy: Local',
        });
  },
};
