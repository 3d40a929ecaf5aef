import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { entityOwners } from 'backstage-plugin-dapr-shared-common';
import { askClusterFacts, type StoredFacts } from './clusterFacts';
import type { ActionOptions } from './options';

/** What a plan is made from beside its request, as a checkpoint can keep it. */
export type Circumstances = {
  facts: StoredFacts;
  /** Entity refs of the component's owners. */
  owners: string[];
};

/**
 * What the person who started the task may know of the cluster and of the
 * component. Who will own a component that is not there yet is what the task says.
 */
export async function askCircumstances(
  { api, auth, catalog }: ActionOptions,
  asked: { cluster: string; entityRef?: string; owner?: string },
  credentials: BackstageCredentials,
  signal?: AbortSignal,
): Promise<Circumstances> {
  const { cluster, entityRef, owner } = asked;
  const [facts, entity] = await Promise.all([
    askClusterFacts({ api, auth, credentials, cluster, signal }),
    entityRef ? catalog.getEntityByRef(entityRef, { credentials }) : undefined,
  ]);
  return { facts, owners: entityOwners(entity, owner) };
}
