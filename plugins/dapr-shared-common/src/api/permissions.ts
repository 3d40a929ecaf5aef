import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of an instance in the permission framework.
 *
 * @public
 */
export const RESOURCE_TYPE_INSTANCE = 'dapr-shared-instance';

/**
 * May see an instance. A resource permission: conditional decisions filter
 * what is listed and what is counted.
 *
 * @public
 */
export const instanceReadPermission = createPermission({
  name: 'dapr-shared.instance.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_INSTANCE,
});

/**
 * May see cluster facts and the raw errors of API servers.
 *
 * @public
 */
export const clusterReadPermission = createPermission({
  name: 'dapr-shared.cluster.read',
  attributes: { action: 'read' },
});

/** @public */
export const daprSharedPermissions = [
  instanceReadPermission,
  clusterReadPermission,
];
