/**
 * What is known of one key of the chart's values.
 *
 * @public
 */
export interface ValueKey {
  /** Dotted path. */
  path: string;
  type: ValueType;
  /** Undefined where the chart has no default. */
  default?: unknown;
  /** The default of some chart versions, where it differs. */
  defaultOf?: Readonly<Record<string, unknown>>;
  required?: boolean;
  description: string;
  /** What goes wrong with it in practice. */
  trap?: string;
  /** In the chart's own values.yaml, but the templates read this path; only the default does no harm. */
  readInstead?: string;
  /** In the templates, but not in the chart's own values.yaml. */
  undocumented?: boolean;
}

/**
 * What a key takes.
 *
 * @public
 */
export type ValueType =
  | TextType
  | IntegerType
  | { kind: 'boolean' }
  /** Texts by name: annotations, a node selector. */
  | { kind: 'map' }
  /** A part of a Kubernetes object, as its API says. */
  | { kind: 'object' }
  /** Parts of a Kubernetes object. */
  | { kind: 'list' };

/** @public */
export interface TextType {
  kind: 'string';
  enum?: readonly string[];
  /** A regular expression. */
  pattern?: string;
  /** What the pattern means, to be read after "must be". */
  form?: string;
  maxLength?: number;
  /** Words that are refused though they match. */
  not?: readonly string[];
}

/** @public */
export interface IntegerType {
  kind: 'integer';
  minimum?: number;
  maximum?: number;
  unit?: string;
}
