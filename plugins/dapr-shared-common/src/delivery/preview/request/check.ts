import { asRecord } from '../../../objects';
import { nearestWord } from './nearestWord';
import type { InputSchema } from './schema';

const MAX_LENGTH = 1000;

/** Deeper than any values of the chart, and far from where recursion ends. */
const MAX_DEPTH = 20;

/** Would name the prototype where it is copied, not a field. */
const FORBIDDEN = '__proto__';

/**
 * What is wrong with a value, each as a sentence that starts with the path of
 * the field and says what to write. Empty where all is well.
 */
export function checkValue(
  schema: InputSchema,
  value: unknown,
  path: string,
): string[] {
  if (schema.anyOf) return checkChoice(schema.anyOf, value, path);
  switch (schema.type) {
    case 'string':
      return checkText(schema, value, path);
    case 'integer':
      return Number.isInteger(value) ? [] : wrong(path, 'must be a whole number', value); // prettier-ignore
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong(path, 'must be true or false', value); // prettier-ignore
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) =>
            checkValue(schema.items ?? {}, item, `${path}[${index}]`),
          )
        : wrong(path, 'must be a list', value);
    default:
      return checkMap(schema, value, path);
  }
}

function checkText(schema: InputSchema, value: unknown, path: string) {
  const { enum: words, maxLength = MAX_LENGTH, pattern } = schema;
  if (words && !words.some(word => word === value)) {
    return wrong(path, `must be ${alternatives(words)}`, value);
  }
  if (typeof value !== 'string') return wrong(path, 'must be text', value);
  if (value.length > maxLength) {
    return [
      `${path} may have at most ${maxLength} characters; it has ${value.length}. Shorten it.`,
    ];
  }
  return pattern === undefined || new RegExp(pattern, 'u').test(value)
    ? []
    : [
        `${path} has a character that cannot be there; it is ${print(value)}. ${
          schema.description ?? ''
        }`.trim(),
      ];
}

function checkMap(schema: InputSchema, value: unknown, path: string) {
  const map = asRecord(value);
  if (!map) return [`${path || 'The request'} must be a map; it is ${kind(value)}.`]; // prettier-ignore
  const { properties, required = [] } = schema;
  if (!properties) return checkFree(map, path, 0);
  return [
    ...required
      .filter(name => map[name] === undefined)
      .map(name => missing(join(path, name), properties[name])),
    ...Object.entries(map).flatMap(([name, field]) => {
      const known = Object.keys(properties).includes(name)
        ? properties[name]
        : undefined;
      if (!known) return [unknown(path, name, Object.keys(properties))];
      // A field that a form leaves undefined is as good as absent.
      return field === undefined ? [] : checkValue(known, field, join(path, name)); // prettier-ignore
    }),
  ];
}

/** A map of anything: only what could break whoever reads it is refused. */
function checkFree(value: unknown, path: string, depth: number): string[] {
  if (depth > MAX_DEPTH) {
    return [`${path} is nested deeper than ${MAX_DEPTH} levels. Flatten it.`];
  }
  if (Array.isArray(value)) {
    return value.flatMap(item => checkFree(item, path, depth + 1));
  }
  if (typeof value === 'string') return checkText({ maxLength: 32_768 }, value, path); // prettier-ignore
  return Object.entries(asRecord(value) ?? {}).flatMap(([name, field]) =>
    name === FORBIDDEN
      ? [`${path} must not have ${FORBIDDEN}. Leave it out.`]
      : checkFree(field, path, depth + 1),
  );
}

/** Of several alternatives, the one that the value means to be. */
function checkChoice(
  choices: readonly InputSchema[],
  value: unknown,
  path: string,
): string[] {
  const meant = choices.filter(choice => isMeant(choice, value));
  const [only] = meant;
  if (only) return checkValue(only, value, path);
  return [`${path} must be ${choices.map(describe).join(', or ')}.`];
}

function isMeant(choice: InputSchema, value: unknown): boolean {
  if (choice.type === 'string') return choice.enum?.some(word => word === value) ?? false; // prettier-ignore
  const map = asRecord(value);
  return (
    map !== undefined &&
    discriminators(choice).every(([name, word]) => map[name] === word)
  );
}

/** `a map with kind "oci"`. */
function describe(choice: InputSchema): string {
  if (choice.type === 'string') return alternatives(choice.enum ?? []);
  const marks = discriminators(choice).map(([name, word]) => `${name} "${word}"`); // prettier-ignore
  const names = Object.keys(choice.properties ?? {});
  return `a map with ${marks.length > 0 ? marks.join(', ') : names.join(' and ')}`; // prettier-ignore
}

function discriminators({ properties = {} }: InputSchema): [string, string][] {
  return Object.entries(properties).flatMap(([name, { enum: words = [] }]) => {
    const [word, ...others] = words;
    const mark: [string, string][] =
      word !== undefined && others.length === 0 ? [[name, word]] : [];
    return mark;
  });
}

function missing(path: string, schema: InputSchema | undefined): string {
  return `${path} is missing. ${schema?.description ?? ''}`.trim();
}

function unknown(path: string, name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  const field = join(path, name.slice(0, 60));
  return near
    ? `${field} is not known; did you mean ${join(path, near)}?`
    : `${field} is not known; use one of ${known.join(', ')}.`;
}

function wrong(path: string, rule: string, value: unknown): string[] {
  return [`${path} ${rule}; it is ${print(value)}.`];
}

/** Long values are cut: the message is for people. */
function print(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 100 ? `${json.slice(0, 100)}…` : json;
}

/** A text in the place of a map may be the secret that the map should name. */
function kind(value: unknown): string {
  if (value === undefined || value === null) return 'not given';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : `"${last}"`; // prettier-ignore
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name;
}
