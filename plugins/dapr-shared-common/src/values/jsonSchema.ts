import { defaultOf } from './defaults';
import { valueKeys } from './keys';
import { acceptsNull } from './nullable';
import type { ValueKey, ValueType } from './types';

/**
 * A JSON Schema, draft 7, as far as it is used here.
 *
 * @public
 */
export interface JsonSchema {
  $schema?: string;
  title?: string;
  description?: string;
  type?: string | readonly string[];
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  enum?: readonly unknown[];
  not?: JsonSchema;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * The JSON Schema of the chart's values: for editors, which take it by a comment
 * `# yaml-language-server: $schema=` on the first line, and fit to be the
 * `values.schema.json` the chart lacks. Stricter than the chart, which ignores
 * what it does not know and renders what cannot work.
 *
 * @param chartVersion - a version of the chart, such as `1.16.0`
 * @public
 */
export function valuesJsonSchema(chartVersion: string): JsonSchema {
  const schema: JsonSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Values of dapr-shared-chart ${chartVersion}`,
    ...map(),
  };
  for (const key of valueKeys) place(schema, key, chartVersion);
  schema.properties = {
    ...schema.properties,
    global: {
      description: 'What Helm hands to every chart of a wrapper chart.',
      type: 'object',
    },
  };
  return schema;
}

function map(): JsonSchema {
  return { type: 'object', properties: {}, additionalProperties: false };
}

/** Puts a key's schema where its path says, and makes the maps on the way. */
function place(root: JsonSchema, key: ValueKey, chartVersion: string): void {
  const names = key.path.split('.');
  const last = names.pop() ?? key.path;
  let parent = root;
  for (const name of names) {
    const properties = (parent.properties ??= {});
    const next = (properties[name] ??= map());
    if (key.required) parent.required = [name];
    parent = next;
  }
  (parent.properties ??= {})[last] = schemaOf(key, chartVersion);
  if (key.required) parent.required = [last];
}

function schemaOf(key: ValueKey, chartVersion: string): JsonSchema {
  const { type, ...rest } = typeSchema(key.type);
  const value = defaultOf(key, chartVersion);
  return {
    description: [key.description, key.trap].filter(Boolean).join(' '),
    type: acceptsNull(key) ? [String(type), 'null'] : type,
    // An enum must name null too, or it would refuse what the type allows.
    ...(rest.enum && acceptsNull(key)
      ? { ...rest, enum: [...rest.enum, null] }
      : rest),
    ...(value === undefined ? {} : { default: value }),
  };
}

function typeSchema(type: ValueType): JsonSchema {
  switch (type.kind) {
    case 'string': {
      const { enum: words, pattern, maxLength, not } = type;
      return {
        type: 'string',
        ...(words && { enum: words }),
        ...(pattern && { pattern }),
        ...(maxLength && { maxLength }),
        ...(not && { not: { enum: not } }),
      };
    }
    case 'integer': {
      const { minimum, maximum } = type;
      return {
        type: 'integer',
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    }
    case 'map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'list':
      return { type: 'array', items: { type: 'object' } };
    default:
      return { type: type.kind };
  }
}
