import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { ClustersResponse, EntityInstancesResponse } from './dto';

/**
 * The HTTP API of the backend plugin, as a client sees it. Failed requests
 * reject with `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export interface DaprSharedApi {
  getEntityInstances(
    entity: CompoundEntityRef,
    options?: RequestOptions,
  ): Promise<EntityInstancesResponse>;
  getClusters(options?: RequestOptions): Promise<ClustersResponse>;
}

/** @public */
export interface RequestOptions {
  /** A Backstage token; left out where `fetchApi` adds the user's own. */
  token?: string;
  signal?: AbortSignal;
}
