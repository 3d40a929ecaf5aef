import { asRecord } from '../objects';
import type { IntegerType, TextType, ValueType } from './types';

/** What is wrong with a value, to be read after its path; undefined where it is right. */
export function checkValue(
  type: ValueType,
  value: unknown,
): string | undefined {
  switch (type.kind) {
    case 'string':
      return checkText(type, value);
    case 'integer':
      return checkInteger(type, value);
    case 'boolean':
      return typeof value === 'boolean'
        ? undefined
        : 'must be true or false, without quotes.';
    case 'list':
      return Array.isArray(value) && value.every(asRecord)
        ? undefined
        : 'must be a list of maps.';
    case 'map':
      return checkMap(value);
    default:
      return asRecord(value) ? undefined : 'must be a map.';
  }
}

function checkText(type: TextType, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return typeof value === 'object'
      ? 'must be text.'
      : `must be text: write "${value}" in quotes.`;
  }
  const found = `it is ${JSON.stringify(value)}.`;
  if (type.enum && !type.enum.includes(value)) {
    return `must be one of ${type.enum.filter(Boolean).join(', ')}; ${found}`;
  }
  if (type.pattern && !new RegExp(type.pattern).test(value)) {
    return `must be ${type.form ?? `of the form ${type.pattern}`}; ${found}`;
  }
  if (type.maxLength !== undefined && value.length > type.maxLength) {
    return `must have at most ${type.maxLength} characters; it has ${value.length}.`;
  }
  if (type.not?.includes(value)) {
    return `must be another word: the chart writes it without quotes, and YAML does not read "${value}" as text.`;
  }
  return undefined;
}

function checkInteger(type: IntegerType, value: unknown): string | undefined {
  const { minimum, maximum } = type;
  const unit = type.unit ? ` (${type.unit})` : '';
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return `must be a whole number${unit}, without quotes.`;
  }
  if (minimum !== undefined && value < minimum) {
    return `must be ${minimum} or more${unit}; it is ${value}.`;
  }
  if (maximum !== undefined && value > maximum) {
    return `must be ${maximum} or less${unit}; it is ${value}.`;
  }
  return undefined;
}

function checkMap(value: unknown): string | undefined {
  const entries = asRecord(value);
  if (!entries) return 'must be a map of texts.';
  const wrong = Object.keys(entries).find(
    key => typeof entries[key] !== 'string',
  );
  return wrong === undefined
    ? undefined
    : `must be a map of texts: write the value of ${wrong} in quotes.`;
}
