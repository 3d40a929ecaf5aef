import type { Difference } from './types';

type ObjectRef = Difference['object'];

/** Kinds without a namespace, of those that an instance consists of. */
const CLUSTER_SCOPED = ['ClusterRole', 'ClusterRoleBinding', 'Namespace'];

/** `Deployment shop/orders`. */
export function title({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** An object that Git has and the cluster has not. */
export function missing(ref: ObjectRef, namespace: string): Difference {
  const object = CLUSTER_SCOPED.includes(ref.kind)
    ? ref
    : { ...ref, namespace: ref.namespace ?? namespace };
  return {
    object,
    path: '',
    expected: ref.name,
    live: undefined,
    message: `${title(object)} is in Git, but not in the cluster.`,
  };
}

/** A second workload of an app id, of which Git knows nothing. */
export function leftover(object: ObjectRef): Difference {
  return {
    object,
    path: '',
    expected: undefined,
    live: object.name,
    message: `${title(object)} runs for the same app id, but is not in Git.`,
  };
}

/** A workload of the other kind. */
export function otherStrategy(
  object: ObjectRef,
  expected: string | undefined,
  live: string | undefined,
): Difference {
  return {
    object,
    path: 'strategy',
    expected,
    live,
    message: `The cluster runs a ${live} (${title(
      object,
    )}); Git says ${expected}.`,
  };
}

/** A workload under another name. */
export function renamed(expected: ObjectRef, live: ObjectRef): Difference {
  return {
    object: live,
    path: 'metadata.name',
    expected: expected.name,
    live: live.name,
    message: `The cluster runs ${title(live)}; Git names it ${expected.name}.`,
  };
}
