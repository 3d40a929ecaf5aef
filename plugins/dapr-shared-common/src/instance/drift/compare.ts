import { asArray, asRecord, at } from '../../objects';
import { scalarText } from '../scalarText';
import { compareArgs } from './compareArgs';
import { isAbsent, sameQuantity, sameScalar, sameSet } from './equality';
import { keyed } from './path';
import type { Field, Shape } from './shape';
import type { FieldDifference } from './types';

/** The fields in which two objects of one shape differ. */
export function compareRecords(
  expected: Readonly<Record<string, unknown>>,
  live: Readonly<Record<string, unknown>>,
  shape: Shape,
  path: string,
): FieldDifference[] {
  const keys = new Set([
    ...Object.keys(shape.fields),
    ...Object.keys(expected),
    ...(shape.closed ? Object.keys(live) : []),
  ]);
  return [...keys].flatMap(key => {
    const field = fieldOf(shape, key);
    const listed = shape.closed || Object.hasOwn(shape.fields, key);
    const stated = withDefault(expected, key, field);
    // Null says nothing; Helm renders it for values that are not set.
    if (!listed && (stated === undefined || stated === null)) return [];
    const within = keyed(path, key);
    const found = compare(stated, withDefault(live, key, field), field, within);
    return isAbsent(stated) || stated === expected[key]
      ? found
      : found.map(difference => ({ ...difference, byDefault: true }));
  });
}

function compare(
  expected: unknown,
  live: unknown,
  field: Field,
  path: string,
): FieldDifference[] {
  const whole = [{ path, expected, live }];
  switch (field.as) {
    case 'managed':
      return [];
    case 'args':
      return compareArgs(expected, live, path);
    case 'quantity':
      return sameQuantity(expected, live) ? [] : whole;
    case 'set':
      return sameSet(asArray(expected), asArray(live)) ? [] : whole;
    default:
  }
  if (Array.isArray(expected) || Array.isArray(live)) {
    return compareLists(asArray(expected), asArray(live), field, path);
  }
  const [left, right] = [asRecord(expected), asRecord(live)];
  if (!left && !right) return sameScalar(expected, live) ? [] : whole;
  const shape = field.shape ?? { fields: {}, closed: true };
  const differences = compareRecords(left ?? {}, right ?? {}, shape, path);
  const oneSided = isAbsent(expected) !== isAbsent(live);
  return shape.closed && oneSided && differences.length > 0
    ? whole
    : differences;
}

function compareLists(
  expected: readonly unknown[],
  live: readonly unknown[],
  field: Field,
  path: string,
): FieldDifference[] {
  const { by, shape } = field;
  if (!by) {
    return expected.length === live.length
      ? expected.flatMap((entry, index) =>
          compare(entry, live[index], { shape }, `${path}[${index}]`),
        )
      : [{ path, expected, live }];
  }
  const [left, right] = [byName(expected, by), byName(live, by)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(name => {
    const [one, other] = [left.get(name), right.get(name)];
    const element = `${path}[${name}]`;
    return one === undefined || other === undefined
      ? [{ path: element, expected: one, live: other }]
      : compare(one, other, { shape }, element);
  });
}

/** The last one of a name counts, as it does for Kubernetes. */
function byName(
  list: readonly unknown[],
  by: readonly string[],
): Map<string, unknown> {
  return new Map(
    list.map((entry, index) => {
      const name = by.map(key => scalarText(at(entry, key))).find(Boolean);
      return [name ?? String(index), entry];
    }),
  );
}

function fieldOf(shape: Shape, key: string): Field {
  const listed = Object.hasOwn(shape.fields, key)
    ? shape.fields[key]
    : undefined;
  // What is not known inside is taken as what it lies in.
  return listed ?? { as: shape.values, shape: { ...shape, fields: {} } };
}

function withDefault(
  record: Readonly<Record<string, unknown>>,
  key: string,
  field: Field,
): unknown {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (!isAbsent(value)) return value;
  return field.defaultFrom?.(record) ?? field.default;
}
