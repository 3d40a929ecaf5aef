import type { ClusterState } from 'backstage-plugin-dapr-shared-common';

/**
 * A cluster as its reader knows it.
 *
 * @public
 */
export interface ClusterInfo {
  name: string;
  /** For people; the name where there is no title. */
  title: string;
}

/**
 * Why a read failed. A cluster's failure is data, never an exception, so that
 * it cannot cross to another cluster.
 *
 * @public
 */
export interface ReadFailure {
  /** What it makes of the cluster. */
  state: Exclude<ClusterState, 'connected' | 'stale'>;
  /** One sentence: what is wrong and what would help. No secret, no raw answer. */
  message: string;
  /** The server's own words, for who may see them. */
  detail?: string;
  /** HTTP status of the API server, where it answered. */
  status?: number;
  /** How long the server asked to be left alone, in milliseconds. */
  retryAfterMs?: number;
}

/** @public */
export type ReadResult =
  | { ok: true; body: unknown }
  | { ok: false; failure: ReadFailure };

/**
 * The one door to clusters. It can read and nothing else: no verb but GET can
 * be expressed with it.
 *
 * @public
 */
export interface ClusterReader {
  /**
   * The clusters there are.
   *
   * @throws ServiceUnavailableError, with what to configure, where the list cannot be had
   */
  listClusters(options: { signal: AbortSignal }): Promise<ClusterInfo[]>;

  /**
   * Reads one path of a cluster's API server. Never rejects for what a cluster
   * does; every read has a deadline of its own.
   *
   * @param path - path and query, starting with `/api`, `/apis` or `/version`
   * @param options - `as` is `text` for what answers no JSON, as a container's
   * log: the body is then a string
   */
  get(
    cluster: ClusterInfo,
    path: string,
    options: { signal: AbortSignal; as?: 'text' },
  ): Promise<ReadResult>;
}
