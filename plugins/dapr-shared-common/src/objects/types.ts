/**
 * A Kubernetes object as any source may hand it over: an API server, a
 * rendered chart, a hand-written file. Nothing about its content is promised,
 * so every reader parses what it needs.
 *
 * @public
 */
export interface KubeObject {
  apiVersion?: string;
  kind?: string;
  metadata?: KubeMetadata;
  [field: string]: unknown;
}

/** @public */
export interface KubeMetadata {
  name?: string;
  namespace?: string;
  uid?: string;
  generation?: number;
  resourceVersion?: string;
  /** RFC 3339. */
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string | undefined>;
  annotations?: Record<string, string | undefined>;
  [field: string]: unknown;
}
