import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import type { ObjectIndex } from '../kube';
import type { DaprdPod } from './daprdPod';
import { exits, type Verdict } from './verdict';
import type { World } from './world';

/** The chart's init container has to be allowed to make its ConfigMap. */
export function judgeInitContainer(
  pod: DaprdPod | undefined,
  { objects }: World,
): Verdict {
  if (!pod?.writtenConfigMap) return { kind: 'ready' };
  return mayCreateConfigMaps(pod, objects)
    ? { kind: 'ready' }
    : exits(
        'start',
        `configmaps is forbidden: User "system:serviceaccount:${pod.namespace}:${pod.serviceAccount}" cannot create resource "configmaps" in API group "" in the namespace "${pod.namespace}"`,
        { exitCode: 2 },
      );
}

function mayCreateConfigMaps(pod: DaprdPod, objects: ObjectIndex): boolean {
  const bindings = [
    ...objects.ofKind('ClusterRoleBinding'),
    ...objects
      .ofKind('RoleBinding')
      .filter(binding => binding.metadata.namespace === pod.namespace),
  ];
  return bindings
    .filter(binding =>
      asArray(binding.subjects).some(
        subject =>
          at(subject, 'kind') === 'ServiceAccount' &&
          at(subject, 'name') === pod.serviceAccount &&
          (at(subject, 'namespace') ?? pod.namespace) === pod.namespace,
      ),
    )
    .some(binding => {
      const kind = asString(at(binding.roleRef, 'kind')) ?? '';
      const name = asString(at(binding.roleRef, 'name')) ?? '';
      const namespace = kind === 'Role' ? pod.namespace : undefined;
      return asArray(objects.get(kind, namespace, name)?.rules).some(
        rule =>
          asArray(at(rule, 'resources')).includes('configmaps') &&
          asArray(at(rule, 'verbs')).includes('create'),
      );
    });
}
