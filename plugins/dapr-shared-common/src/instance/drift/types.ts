/**
 * One difference that matters between what Git says and what a cluster has.
 *
 * @public
 */
export interface Difference {
  /** The object that differs; its namespace is undefined where it has none. */
  object: { kind: string; namespace?: string; name: string };
  /**
   * The field, such as `spec.template.spec.containers[daprd].args[--app-port]`;
   * `strategy` for a workload of the other kind, empty for a whole object.
   */
  path: string;
  /**
   * What Git says, or the default where it is silent; undefined where there is
   * none. Secrets are hidden.
   */
  expected?: unknown;
  /** What the cluster has; undefined where it has nothing. Secrets are hidden. */
  live?: unknown;
  /** The difference as a sentence. */
  message: string;
}

/** A field that differs, not yet in words. */
export interface FieldDifference {
  path: string;
  expected: unknown;
  live: unknown;
  /** Git is silent; `expected` is what that means. */
  byDefault?: boolean;
}
