/** What is known of an object's fields. */
export interface Shape {
  /**
   * Fields that are compared even where Git is silent: silence then means the
   * default. Other fields are compared only where Git states them, so that what
   * a newer API server fills in is no difference.
   */
  fields: Readonly<Record<string, Field>>;
  /** Whether all that the cluster has beyond Git counts as a difference. */
  closed?: true;
  /** How values of fields that are not listed are compared. */
  values?: Field['as'];
}

/** What is known of one field. */
export interface Field {
  /** What an absent value means, possibly depending on its siblings. */
  default?: unknown;
  defaultFrom?: (siblings: Readonly<Record<string, unknown>>) => unknown;
  /** Shape of the value, or of each element of a list. */
  shape?: Shape;
  /** A list whose elements are found by the first of these fields they have. */
  by?: readonly string[];
  /**
   * `args`: flags by name. `set`: a list in any order. `quantity`: `1000m` is
   * `1`. `managed`: not Git's to say.
   */
  as?: 'args' | 'set' | 'quantity' | 'managed';
}

/** An object all of whose fields count. */
export function closed(
  fields: Shape['fields'] = {},
  values?: Field['as'],
): Shape {
  return { fields, closed: true, values };
}
