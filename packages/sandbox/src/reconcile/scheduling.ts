import { asArray, asStringMap, at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, matchesLabels, type ObjectIndex } from '../kube';

/** Nodes whose labels and taints let a pod of this template run there. */
export function nodesFor(
  workload: ApiObject,
  objects: ObjectIndex,
): readonly ApiObject[] {
  const spec = at(workload, 'spec', 'template', 'spec');
  const selector = asStringMap(at(spec, 'nodeSelector'));
  const tolerations = asArray(at(spec, 'tolerations'));
  return objects.ofKind('Node').filter(
    node =>
      (Object.keys(selector).length === 0 ||
        matchesLabels(selector, asStringMap(node.metadata.labels))) &&
      asArray(at(node, 'spec', 'taints'))
        .filter(taint => at(taint, 'effect') !== 'PreferNoSchedule')
        .every(taint => tolerations.some(t => tolerates(t, taint))),
  );
}

function tolerates(toleration: unknown, taint: unknown): boolean {
  const is = (field: string) => at(toleration, field) === at(taint, field);
  const effect = at(toleration, 'effect');
  if (effect !== undefined && effect !== at(taint, 'effect')) return false;
  const exists = at(toleration, 'operator') === 'Exists';
  if (at(toleration, 'key') === undefined) return exists;
  return is('key') && (exists || is('value'));
}

/** The scheduler's words where no node takes a pod. */
export function unschedulable(objects: ObjectIndex): string {
  const count = objects.ofKind('Node').length;
  return `0/${count} nodes are available: ${count} node(s) didn't match Pod's node affinity/selector. no new claims to deallocate, preemption: 0/${count} nodes are available: ${count} Preemption is not helpful for scheduling.`;
}
