import { podsOf } from '../../instance';
import { asString, at } from '../../objects';
import { oneNode } from '../codes/capacity';
import { finding } from '../finding';
import type { Check } from './types';

export const oneNodeCheck: Check = {
  code: oneNode,
  run: ({ instance, pods = [], nodes }) => {
    const [workload] = instance.workloads;
    if (workload.kind !== 'Deployment' || !nodes || nodes.ready < 2) {
      return undefined;
    }
    const used = podsOf(workload, instance.namespace, pods).flatMap(
      pod => asString(at(pod, 'spec', 'nodeName')) ?? [],
    );
    const [node, ...others] = used;
    return node === undefined ||
      others.length === 0 ||
      others.some(other => other !== node)
      ? undefined
      : finding(oneNode, {
          cause: `All ${used.length} replicas run on node ${node}, and ${nodes.ready} nodes are ready.`, // prettier-ignore
          evidence: `spec.nodeName: ${node}`,
        });
  },
};
