import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  clusterReadPermission,
  entityOwners,
  type EntityInstancesResponse,
  instanceReadPermission,
  instanceSelector,
  isAmbiguous,
  matchesEntity,
} from 'backstage-plugin-dapr-shared-common';
import type { Request } from 'express';
import { instanceResourceRef } from '../permissions';
import { checkEntityRef } from './entityRef';
import { byUrgency, toClusterStateDto, toInstanceDto } from './toDto';
import type { RouterOptions } from './types';
import { weigh } from './weigh';

/** `GET /v1/entities/:kind/:namespace/:name/instances` */
export async function entityInstances(
  options: RouterOptions,
  request: Request<{ kind: string; namespace: string; name: string }>,
): Promise<EntityInstancesResponse> {
  const { httpAuth, catalog, permissions, permissionsRegistry, store } =
    options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const { kind, namespace, name } = request.params;
  const entityRef = stringifyEntityRef(
    checkEntityRef({ kind, namespace, name }),
  );
  // All of it is waiting for other plugins, so side by side.
  const [[decision], [clusterRead], entity, clusters] = await Promise.all([
    permissions.authorizeConditional([{ permission: instanceReadPermission }], {
      credentials,
    }),
    permissions.authorize([{ permission: clusterReadPermission }], {
      credentials,
    }),
    catalog.getEntityByRef(entityRef, { credentials }),
    store.clusters(),
  ]);
  if (!entity) throw new NotFoundError(`There is no entity ${entityRef}.`);
  if (!decision || decision.result === AuthorizeResult.DENY) {
    throw new NotAllowedError(
      `You may not see instances of Dapr Shared: ask for the permission ${instanceReadPermission.name}.`,
    );
  }
  const selector = instanceSelector(entity);
  if (!selector) return { annotated: false, items: [], clusters: [] };

  const criteria =
    decision.result === AuthorizeResult.CONDITIONAL
      ? createConditionTransformer(
          permissionsRegistry.getPermissionRuleset(instanceResourceRef),
        )(decision.conditions)
      : undefined;
  const appIds = [...new Set(selector.refs.map(ref => ref.appId))];
  const stored = await store.instancesByAppId(appIds, criteria);
  const matches = stored.filter(instance =>
    matchesEntity(selector, entityRef, instance),
  );
  const owners = entityOwners(entity);
  const withDetail = clusterRead?.result === AuthorizeResult.ALLOW;
  const byName = new Map(clusters.map(cluster => [cluster.name, cluster]));
  return {
    annotated: true,
    items: matches
      .map(instance =>
        toInstanceDto(instance, byName.get(instance.cluster), {
          ambiguous: isAmbiguous(selector, instance, matches),
          findings: weigh(instance, owners, options.findingPolicy),
        }),
      )
      .sort(byUrgency),
    clusters: clusters
      .filter(({ name: n }) => !selector.cluster || n === selector.cluster)
      .map(cluster => toClusterStateDto(cluster, withDetail)),
    problem: options.problem(),
  };
}
