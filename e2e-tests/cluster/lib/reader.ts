import { apply, type Cluster, namespace } from './client';
import { shippedClusterRole } from './manifests';
import { waitFor } from './waitFor';

const NAMESPACE = 'backstage';

const userOf = (account: string) => `system:serviceaccount:${NAMESPACE}:${account}`; // prettier-ignore

/** The user name of the reader's account, as audit logs have it. */
export const readerUser = userOf('backstage');

const binding = (account: string, clusterRole: string) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: clusterRole },
  subjects: [{ kind: 'ServiceAccount', name: account, namespace: NAMESPACE }],
  roleRef: {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name: clusterRole,
  },
});

// The authorizer learns of a new binding a moment after it was taken.
async function expectAllowed(
  { authorization }: Cluster,
  user: string,
  resourceAttributes: Record<string, string>,
): Promise<void> {
  const { status } = await authorization.createSubjectAccessReview({
    body: { spec: { user, resourceAttributes } },
  });
  if (!status?.allowed) {
    throw new Error(`${user} may not ${Object.values(resourceAttributes)}`);
  }
}

/**
 * Makes a ServiceAccount that may do what the shipped ClusterRole allows and
 * nothing else.
 *
 * @returns a token for it, made by the API server
 */
export async function createReader(cluster: Cluster): Promise<string> {
  const token = await createAccount(cluster, 'backstage', 'clusterrole');
  await waitFor(() =>
    expectAllowed(cluster, readerUser, {
      verb: 'list',
      group: 'apps',
      resource: 'daemonsets',
    }),
  );
  return token;
}

/**
 * Makes a ServiceAccount that may do what the optional ClusterRole for logs
 * allows and nothing else.
 *
 * @returns a token for it, made by the API server
 */
export async function createLogReader(cluster: Cluster): Promise<string> {
  const name = 'log-reader';
  const token = await createAccount(cluster, name, 'clusterrole-logs');
  await waitFor(() =>
    expectAllowed(cluster, userOf(name), {
      verb: 'get',
      resource: 'pods',
      subresource: 'log',
    }),
  );
  return token;
}

async function createAccount(
  cluster: Cluster,
  name: string,
  file: Parameters<typeof shippedClusterRole>[0],
): Promise<string> {
  const [role] = shippedClusterRole(file);
  const metadata = { name, namespace: NAMESPACE };
  await apply(
    cluster,
    namespace(NAMESPACE),
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    ...shippedClusterRole(file),
    binding(name, role?.metadata?.name ?? ''),
  );
  const body = { spec: { audiences: [], expirationSeconds: 3600 } };
  const { status } = await cluster.core.createNamespacedServiceAccountToken({
    ...metadata,
    body,
  });
  return status?.token ?? '';
}
