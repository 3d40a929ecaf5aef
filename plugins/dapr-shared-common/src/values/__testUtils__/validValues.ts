import fc from 'fast-check';
import { valueKeys } from '../keys';
import { setPath, type Values } from '../merge';
import type { TextType, ValueKey } from '../types';

/** Values that `validateValues` accepts, with any of the chart's keys set. */
export const validValues: fc.Arbitrary<Values> = fc
  .tuple(...valueKeys.map(entry))
  .map(entries => {
    const values: Values = {};
    for (const [path, value] of entries) {
      if (value !== undefined) setPath(values, path, value);
    }
    return values;
  });

function entry(key: ValueKey): fc.Arbitrary<[string, unknown]> {
  const value = key.required
    ? valueOf(key)
    : fc.option(valueOf(key), { nil: undefined, freq: 1 });
  return value.map(chosen => [key.path, chosen]);
}

function valueOf({ type }: ValueKey): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'integer':
      return fc.integer({ min: type.minimum, max: type.maximum });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return textOf(type);
    case 'map':
      return fc.dictionary(
        fc.stringMatching(/^[a-z]{1,8}\.example\/[a-z]{1,8}$/),
        fc.string(),
        { maxKeys: 3 },
      );
    case 'list':
      return fc.array(fc.record({ name: fc.string() }), { maxLength: 3 });
    default:
      return fc.dictionary(
        fc.stringMatching(/^[a-z]{1,8}$/),
        fc.oneof(fc.string(), fc.integer(), fc.boolean()),
        { maxKeys: 3 },
      );
  }
}

/** A text without a form of its own is one of the harmless ones: a tag, a host, a word. */
function textOf(type: TextType): fc.Arbitrary<string> {
  if (type.enum) return fc.constantFrom(...type.enum);
  const words =
    type.pattern === undefined
      ? fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/)
      : fc.stringMatching(new RegExp(type.pattern));
  return words.filter(
    word =>
      word.length <= (type.maxLength ?? Infinity) && !type.not?.includes(word),
  );
}
