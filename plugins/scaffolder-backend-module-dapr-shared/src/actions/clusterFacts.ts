import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  ClusterFacts,
  DaprSharedApi,
} from 'backstage-plugin-dapr-shared-common';

/** Facts as a checkpoint can keep them. */
export type StoredFacts = {
  controlPlane?: {
    namespace: string;
    version?: string;
    trustDomain?: string;
    mtls?: boolean;
    scheduler?: boolean;
  } | null;
};

/**
 * What the portal knows of a cluster, as the person who started the task may
 * see it. Empty where they may not, or where the cluster was never read: the
 * plan says so.
 */
export async function askClusterFacts(options: {
  api: DaprSharedApi;
  auth: AuthService;
  credentials: BackstageCredentials;
  cluster: string;
  signal?: AbortSignal;
}): Promise<StoredFacts> {
  const { api, auth, credentials, cluster, signal } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'dapr-shared',
  });
  try {
    const { items } = await api.getClusters({ token, signal });
    return toStored(items.find(({ name }) => name === cluster) ?? {});
  } catch (error) {
    if (error instanceof ResponseError && error.response.status === 403) {
      return {};
    }
    throw error;
  }
}

function toStored({ controlPlane }: ClusterFacts): StoredFacts {
  if (controlPlane === undefined) return {};
  return { controlPlane: controlPlane && { ...controlPlane } };
}
