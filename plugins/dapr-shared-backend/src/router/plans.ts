import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type ClusterFacts,
  clusterReadPermission,
  entityOwners,
  parsePlanRequest,
  type PlanResponse,
  preview,
} from 'backstage-plugin-dapr-shared-common';
import type { Request } from 'express';
import type { RouterOptions } from './types';

/** `POST /v1/plans`: what a request comes to, as whoever asks may know it. */
export async function previewPlan(
  options: RouterOptions,
  request: Request,
): Promise<PlanResponse> {
  const credentials = await options.httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const asked = parsePlanRequest(request.body);
  const [facts, owners] = await Promise.all([
    knownFacts(options, asked.cluster, credentials),
    ownersOf(options, asked, credentials),
  ]);
  const { gitops: repositories, policy, findingPolicy } = options;
  return preview({
    request: asked,
    owners,
    facts,
    repositories,
    policy,
    findingPolicy,
  });
}

/** Empty for those who may not see clusters, as for a cluster never read. */
async function knownFacts(
  { permissions, store }: RouterOptions,
  cluster: string,
  credentials: BackstageCredentials,
): Promise<ClusterFacts> {
  const [decision] = await permissions.authorize(
    [{ permission: clusterReadPermission }],
    { credentials },
  );
  if (decision?.result !== AuthorizeResult.ALLOW) return {};
  const clusters = await store.clusters();
  const found = clusters.find(({ name }) => name === cluster);
  return { controlPlane: found?.controlPlane };
}

/**
 * Who will own it is as asked where the entity is not there yet, or is not for
 * these eyes.
 */
async function ownersOf(
  { catalog }: RouterOptions,
  { entityRef, owner }: { entityRef?: string; owner?: string },
  credentials: BackstageCredentials,
): Promise<string[]> {
  const entity = entityRef
    ? await catalog.getEntityByRef(entityRef, { credentials })
    : undefined;
  return entityOwners(entity, owner);
}
