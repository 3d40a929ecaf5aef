import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_INSTANCE } from 'backstage-plugin-dapr-shared-common';
import { z } from 'zod';
import type { InstanceFilter } from '../store';

/**
 * What rules see of an instance.
 *
 * @public
 */
export interface InstanceResource {
  cluster: string;
  namespace: string;
}

/**
 * Instances as a resource of the permission framework, by
 * `cluster/namespace/appId`.
 *
 * @public
 */
export const instanceResourceRef = createPermissionResourceRef<
  InstanceResource,
  InstanceFilter
>().with({ pluginId: 'dapr-shared', resourceType: RESOURCE_TYPE_INSTANCE });

/**
 * Lets through the instances on these clusters.
 *
 * @public
 */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Instances on any of these clusters',
  resourceRef: instanceResourceRef,
  paramsSchema: z.object({
    clusters: z.array(z.string()).describe('Names of clusters'),
  }),
  apply: ({ cluster }, { clusters }) => clusters.includes(cluster),
  toQuery: ({ clusters }) => ({ column: 'cluster', values: clusters }),
});

/**
 * Lets through the instances in these namespaces.
 *
 * @public
 */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Instances in any of these namespaces, on any cluster',
  resourceRef: instanceResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: ({ namespace }, { namespaces }) => namespaces.includes(namespace),
  toQuery: ({ namespaces }) => ({ column: 'namespace', values: namespaces }),
});
