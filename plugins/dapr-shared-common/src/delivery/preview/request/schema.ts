/**
 * As much of JSON Schema as a request for a plan needs. Unknown fields of an
 * object with `properties` are refused; one without takes any.
 *
 * @public
 */
export interface InputSchema {
  type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  description?: string;
  enum?: string[];
  pattern?: string;
  /** Default 1000: texts are matched against patterns. */
  maxLength?: number;
  items?: InputSchema;
  properties?: { [name: string]: InputSchema };
  required?: string[];
  /** Objects that differ by an `enum` of one word, and texts. */
  anyOf?: InputSchema[];
}

export const text = (
  description: string,
  more: InputSchema = {},
): InputSchema => ({ type: 'string', description, ...more });

export const flag = (description: string): InputSchema => ({
  type: 'boolean',
  description,
});

export const whole = (description: string): InputSchema => ({
  type: 'integer',
  description,
});

export const map = (
  description: string,
  properties: NonNullable<InputSchema['properties']>,
  required: string[] = [],
): InputSchema => ({ type: 'object', description, properties, required });

/** A word that tells one alternative from the others. */
export const only = (word: string): InputSchema => ({
  type: 'string',
  enum: [word],
});
