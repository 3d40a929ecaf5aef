import { at, asRecord } from '../objects';
import { valueKeys, type ValueKey, type ValueType } from './keys';
import type { Values } from './merge';

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
 * wrong types, values out of range, missing required ones.
 *
 * @public
 */
export function validateValues(values: Values): ValueProblem[] {
  const problems: ValueProblem[] = [];
  walk(values, '', problems);
  for (const key of valueKeys) {
    const value = at(values, ...key.path.split('.'));
    if (key.required && (value === undefined || value === null)) {
      problems.push({
        path: key.path,
        message: `${key.path} is missing. ${key.description}`,
      });
    } else if (value !== undefined && value !== null) {
      const wrong = check(key.type, value);
      if (wrong) {
        problems.push({ path: key.path, message: `${key.path} ${wrong}` });
      }
    }
  }
  return problems;
}

function walk(value: unknown, path: string, problems: ValueProblem[]): void {
  for (const [name, entry] of Object.entries(asRecord(value) ?? {})) {
    const here = path ? `${path}.${name}` : name;
    if (valueKeys.some(key => key.path === here)) continue;
    if (!valueKeys.some(key => key.path.startsWith(`${here}.`))) {
      const near = nearestKey(here);
      problems.push({
        path: here,
        message: `${here} is not a key of the chart and is ignored${
          near ? `; did you mean ${near}?` : '.'
        }`,
      });
    } else if (asRecord(entry)) {
      walk(entry, here, problems);
    } else if (entry !== null) {
      problems.push({ path: here, message: `${here} must be a map.` });
    }
  }
}

function check(type: ValueType, value: unknown): string | undefined {
  switch (type.kind) {
    case 'string':
      if (typeof value !== 'string') {
        return `must be text; write ${JSON.stringify(
          String(value),
        )} in quotes.`;
      }
      if (type.enum && !type.enum.includes(value)) {
        return `must be one of ${type.enum
          .filter(Boolean)
          .join(', ')}; it is "${value}".`;
      }
      if (type.pattern && !new RegExp(type.pattern).test(value)) {
        return `must match ${type.pattern}; it is "${value}".`;
      }
      return undefined;
    case 'integer': {
      const { minimum, maximum } = type;
      const unit = type.unit ? ` (${type.unit})` : '';
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        return `must be a whole number${unit}.`;
      }
      if (minimum !== undefined && value < minimum) {
        return `must be ${minimum} or more${unit}; it is ${value}.`;
      }
      if (maximum !== undefined && value > maximum) {
        return `must be ${maximum} or less${unit}; it is ${value}.`;
      }
      return undefined;
    }
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : 'must be true or false, without quotes.';
    case 'list':
      return Array.isArray(value) ? undefined : 'must be a list.';
    case 'map':
    case 'object':
      return asRecord(value) ? undefined : 'must be a map.';
    default:
      return undefined;
  }
}

/** The known path, or part of one, that is the fewest edits away. */
function nearestKey(path: string): string | undefined {
  const known = new Set(valueKeys.flatMap(prefixes));
  let best: string | undefined;
  // A third of the letters wrong is no typo any more.
  let bound = Math.floor(path.length / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(path, candidate);
    if (distance < bound) {
      bound = distance;
      best = candidate;
    }
  }
  return best;
}

function prefixes({ path }: ValueKey): string[] {
  const keys = path.split('.');
  return keys.map((_, index) => keys.slice(0, index + 1).join('.'));
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + cost,
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
