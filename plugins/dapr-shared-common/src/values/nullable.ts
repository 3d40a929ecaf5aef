import type { ValueKey } from './types';

/**
 * Whether `null` does no harm: it takes the default away, and the templates
 * read an absent value of this key as an empty one.
 */
export function acceptsNull(key: ValueKey): boolean {
  if (key.required) return false;
  if (key.type.kind === 'string') {
    return key.default === undefined || key.default === '';
  }
  return key.type.kind !== 'integer' && key.type.kind !== 'boolean';
}
