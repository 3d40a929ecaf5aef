import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterReadPermission,
  type ClustersResponse,
} from 'backstage-plugin-dapr-shared-common';
import type { Request } from 'express';
import type { RouterOptions } from './types';

/** `GET /v1/clusters` */
export async function listClusters(
  options: RouterOptions,
  request: Request,
): Promise<ClustersResponse> {
  const { httpAuth, permissions, store } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const [[decision], items] = await Promise.all([
    permissions.authorize([{ permission: clusterReadPermission }], {
      credentials,
    }),
    store.clusters(),
  ]);
  if (decision?.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not see clusters: ask for the permission ${clusterReadPermission.name}.`,
    );
  }
  return { items, problem: options.problem() };
}
