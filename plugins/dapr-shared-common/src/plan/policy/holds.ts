import { asRecord, at } from '../../objects';
import { parseRuntimeVersion } from '../../runtime';
import type { PolicyCondition, PolicyScalar, PolicyTest } from './types';

/** Whether a condition is true of a plan. */
export function holds(
  { field, test }: PolicyCondition,
  subject: unknown,
): boolean {
  const value = at(subject, ...field.split('.'));
  if ('oneOf' in test) return test.oneOf.some(expected => equals(value, expected)); // prettier-ignore
  const { min, max } = test;
  return (
    (min === undefined || compare(value, min) >= 0) &&
    (max === undefined || compare(value, max) <= 0)
  );
}

function equals(value: unknown, expected: PolicyScalar): boolean {
  if (expected === true) return value === true || isSet(value);
  if (expected === false) return !isSet(value);
  return value === expected;
}

function isSet(value: unknown): boolean {
  if (asRecord(value)) return true;
  return value !== undefined && value !== null && value !== false && value !== ''; // prettier-ignore
}

/** As a sort does; NaN, which is neither more nor less, where nothing can be said. */
function compare(value: unknown, bound: number | string): number {
  if (typeof bound === 'number') {
    return typeof value === 'number' ? value - bound : NaN;
  }
  const [a, b] = [String(value), bound].map(parseRuntimeVersion);
  if (!a || !b) return NaN;
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/** A test in words: `must be one of a, b`. */
export function expectation(test: PolicyTest): string {
  if ('oneOf' in test) return test.oneOf.map(word).join(' or ');
  return [
    ...(test.min === undefined ? [] : [`${test.min} or more`]),
    ...(test.max === undefined ? [] : [`${test.max} or less`]),
  ].join(' and ');
}

function word(value: PolicyScalar): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? 'set' : 'not set';
}
