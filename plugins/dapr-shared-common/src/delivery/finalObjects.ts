import { isHook } from '../chart';
import type { KubeObject } from '../objects';
import { type Plan, planObjects } from '../plan';

/** Kinds among a plan's objects that live in no namespace. */
const clusterScoped: readonly string[] = [
  'Bundle',
  'ClusterRole',
  'ClusterRoleBinding',
  'Namespace',
  'PriorityClass',
];

/**
 * The objects as they are applied: with their namespace, which Helm would give
 * them, and without hooks, which would run at once and delete the ConfigMap
 * that daprd starts from.
 *
 * @public
 */
export function finalObjects(plan: Plan): KubeObject[] {
  return planObjects(plan)
    .filter(object => !isHook(object))
    .map(object => withNamespace(object, plan.target.namespace));
}

/** The object in its namespace, where its kind has one. */
export function withNamespace(
  object: KubeObject,
  namespace: string,
): KubeObject {
  if (clusterScoped.includes(object.kind ?? '')) return object;
  const { name, ...rest } = object.metadata ?? {};
  return { ...object, metadata: { name, namespace, ...rest } };
}
