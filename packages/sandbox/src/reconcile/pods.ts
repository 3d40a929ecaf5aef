import { asArray, at } from 'backstage-plugin-dapr-shared-common';
import type { ApiObject, ObjectIndex } from '../kube';

/** Objects of a kind whose controller is the owner, oldest first. */
export function ownedBy(
  owner: ApiObject,
  kind: string,
  objects: ObjectIndex,
): ApiObject[] {
  return objects
    .ofKind(kind)
    .filter(
      object =>
        object.metadata.namespace === owner.metadata.namespace &&
        asArray(object.metadata.ownerReferences).some(
          reference => at(reference, 'uid') === owner.metadata.uid,
        ),
    );
}

export function isPodReady(pod: ApiObject): boolean {
  return asArray(at(pod, 'status', 'conditions')).some(
    condition =>
      at(condition, 'type') === 'Ready' && at(condition, 'status') === 'True',
  );
}

/**
 * Why the API server refuses a workload's pods; undefined where it takes them.
 */
export function podsRefused(
  workload: ApiObject,
  podPrefix: string,
  objects: ObjectIndex,
): string | undefined {
  const { namespace } = workload.metadata;
  const account =
    at(workload, 'spec', 'template', 'spec', 'serviceAccountName') ?? 'default';
  return account === 'default' ||
    objects.get('ServiceAccount', namespace, String(account))
    ? undefined
    : `pods "${podPrefix}-" is forbidden: error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`;
}
