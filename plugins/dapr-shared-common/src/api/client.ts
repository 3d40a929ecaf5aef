import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { PlanRequestDto } from '../delivery';
import type {
  ClustersResponse,
  EntityInstancesResponse,
  PlanResponse,
} from './dto';

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
  /**
   * What a request would come to: files, objects and findings. Nothing is
   * written. Without the permission `dapr-shared.cluster.read` the plan is made
   * as for a cluster of which nothing is known.
   */
  plan(
    request: PlanRequestDto,
    options?: RequestOptions,
  ): Promise<PlanResponse>;
}

/** @public */
export interface RequestOptions {
  /** A Backstage token; left out where `fetchApi` adds the user's own. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * {@link DaprSharedApi} over HTTP, for browser and backend.
 *
 * @public
 */
export class DaprSharedClient implements DaprSharedApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  getEntityInstances(
    entity: CompoundEntityRef,
    options?: RequestOptions,
  ): Promise<EntityInstancesResponse> {
    const path = [entity.kind, entity.namespace, entity.name]
      .map(encodeURIComponent)
      .join('/');
    return this.#fetch(`/v1/entities/${path}/instances`, options);
  }

  getClusters(options?: RequestOptions): Promise<ClustersResponse> {
    return this.#fetch('/v1/clusters', options);
  }

  plan(
    request: PlanRequestDto,
    options?: RequestOptions,
  ): Promise<PlanResponse> {
    return this.#fetch('/v1/plans', options, request);
  }

  /** Posts the body where there is one. */
  async #fetch<T>(
    path: string,
    options?: RequestOptions,
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('dapr-shared');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      headers: {
        ...(options?.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      signal: options?.signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
