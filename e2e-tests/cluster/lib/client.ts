import type { KubeConfig, KubernetesObject } from '@kubernetes/client-node';
import { connection } from './connection';

/** Clients of the API server. */
export type Cluster = Awaited<ReturnType<typeof connect>>;

/** @param token - whose; the administrator's where none is given */
export async function connect(token: string = connection().adminToken) {
  const { url, caFile } = connection();
  const k8s = await import('@kubernetes/client-node');
  const config: KubeConfig = new k8s.KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'test', server: url, caFile, skipTLSVerify: false },
    { name: 'test', token },
  );
  return {
    apps: config.makeApiClient(k8s.AppsV1Api),
    authorization: config.makeApiClient(k8s.AuthorizationV1Api),
    core: config.makeApiClient(k8s.CoreV1Api),
    objects: k8s.KubernetesObjectApi.makeApiClient(config),
    /** Option of a patch: what is given replaces, the rest stays. */
    merge: k8s.setHeaderOptions('Content-Type', k8s.PatchStrategy.MergePatch),
    serverSideApply: k8s.PatchStrategy.ServerSideApply,
  };
}

/** `kubectl apply --server-side` */
export async function apply(
  { objects, serverSideApply }: Cluster,
  ...manifests: readonly KubernetesObject[]
): Promise<void> {
  for (const manifest of manifests) {
    await objects.patch(
      manifest,
      undefined,
      undefined,
      'cluster-tests',
      true,
      serverSideApply,
    );
  }
}

export const namespace = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
});
