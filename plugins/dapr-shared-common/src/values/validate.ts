import { asRecord, at } from '../objects';
import { checkValue } from './checkValue';
import { valueKeys } from './keys';
import type { Values } from './merge';
import { nearestKey } from './nearestKey';
import { acceptsNull } from './nullable';
import type { ValueKey } from './types';

/**
 * What is wrong with a value, and what to write instead.
 *
 * @public
 */
export interface ValueProblem {
  /** Dotted path of the key. */
  path: string;
  message: string;
}

/**
 * Checks values against the schema: unknown keys (with the nearest known one),
 * wrong types, values out of range, missing required ones. Every message names
 * the path and says what to write.
 *
 * @public
 */
export function validateValues(values: Values): ValueProblem[] {
  return [
    ...unknownKeys(values, ''),
    ...valueKeys.flatMap(key => {
      const wrong = checkKey(key, at(values, ...key.path.split('.')));
      return wrong ? [{ path: key.path, message: `${key.path} ${wrong}` }] : [];
    }),
  ];
}

function checkKey(key: ValueKey, value: unknown): string | undefined {
  if (key.required && (value === undefined || value === null)) {
    return `is missing: ${key.description}`;
  }
  if (value === undefined || (value === null && acceptsNull(key))) {
    return undefined;
  }
  if (key.readInstead && value !== key.default) {
    return `is not read by the templates; write ${key.readInstead}.`;
  }
  return value === null
    ? 'is empty, which takes its default away; give it a value or leave the key out.'
    : checkValue(key.type, value);
}

function unknownKeys(value: unknown, path: string): ValueProblem[] {
  return Object.entries(asRecord(value) ?? {}).flatMap(([name, entry]) => {
    const here = path ? `${path}.${name}` : name;
    // `global` is what Helm hands to every chart of a wrapper chart.
    if (here === 'global' || valueKeys.some(key => key.path === here)) {
      return [];
    }
    if (!valueKeys.some(key => key.path.startsWith(`${here}.`))) {
      const near = nearestKey(here);
      const cure = near ? `did you mean ${near}?` : 'remove it.';
      const message = `${here} is not a key of the chart, which ignores it; ${cure}`;
      return [{ path: here, message }];
    }
    if (asRecord(entry)) return unknownKeys(entry, here);
    const message = `${here} must be a map, or be left out for its defaults.`;
    return [{ path: here, message }];
  });
}
