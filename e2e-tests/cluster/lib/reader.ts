import { apply, type Cluster, namespace } from './client';
import { shippedClusterRole } from './manifests';
import { waitFor } from './waitFor';

const account = { name: 'backstage', namespace: 'backstage' };

/** The user name of the reader's account, as audit logs have it. */
export const readerUser = `system:serviceaccount:${account.namespace}:${account.name}`;

const binding = (clusterRole: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'dapr-shared-reader' },
  subjects: [{ kind: 'ServiceAccount', ...account }],
  roleRef: {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name: clusterRole,
  },
});

// The authorizer learns of a new binding a moment after it was taken.
async function expectAllowed({ authorization }: Cluster): Promise<void> {
  const { status } = await authorization.createSubjectAccessReview({
    body: {
      spec: {
        user: readerUser,
        resourceAttributes: {
          verb: 'list',
          group: 'apps',
          resource: 'daemonsets',
        },
      },
    },
  });
  if (!status?.allowed)
    throw new Error(`${readerUser} may not list DaemonSets`);
}

/**
 * Makes a ServiceAccount that may do what the shipped ClusterRole allows and
 * nothing else.
 *
 * @returns a token for it, made by the API server
 */
export async function createReader(cluster: Cluster): Promise<string> {
  const [role] = shippedClusterRole();
  await apply(
    cluster,
    namespace(account.namespace),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { ...account } },
    ...shippedClusterRole(),
    binding(role?.metadata?.name ?? ''),
  );
  const body = { spec: { audiences: [], expirationSeconds: 3600 } };
  const { status } = await cluster.core.createNamespacedServiceAccountToken({
    ...account,
    body,
  });
  const token = status?.token ?? '';
  await waitFor(() => expectAllowed(cluster));
  return token;
}
