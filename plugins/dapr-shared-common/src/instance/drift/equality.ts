import { asRecord } from '../../objects';
import { scalarText } from '../scalarText';

/** Whether a value says nothing: the API server drops all of these. */
export function isAbsent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  const record = asRecord(value);
  if (record) return Object.keys(record).length === 0;
  return value === undefined || value === null || value === '';
}

/** Equal scalars; `false` is what an absent switch means. */
export function sameScalar(one: unknown, other: unknown): boolean {
  return one === other || (isOff(one) && isOff(other));
}

function isOff(value: unknown): boolean {
  return value === false || isAbsent(value);
}

/** Equal amounts, however they are written. */
export function sameQuantity(one: unknown, other: unknown): boolean {
  const [left, right] = [amount(one), amount(other)];
  return left !== undefined && right !== undefined
    ? left === right
    : sameScalar(one, other);
}

/** Lists with the same elements, in any order. */
export function sameSet(
  one: readonly unknown[],
  other: readonly unknown[],
): boolean {
  const [left, right] = [one, other].map(list =>
    list.map(canonical).sort().join(),
  );
  return left === right;
}

/** JSON with sorted keys and without what says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const record = asRecord(value);
  if (!record) return JSON.stringify(value) ?? 'null';
  const entries = Object.keys(record)
    .sort()
    .filter(key => !isAbsent(record[key]))
    .map(key => `${JSON.stringify(key)}:${canonical(record[key])}`);
  return `{${entries.join()}}`;
}

const SUFFIXES: Readonly<Record<string, number | undefined>> = {
  m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18,
  Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60,
}; // prettier-ignore

/** The number a Kubernetes quantity stands for; undefined for anything else. */
function amount(value: unknown): number | undefined {
  const match = /^([+-]?[\d.]+(?:e\d+)?)([A-Za-z]*)$/.exec(
    scalarText(value) ?? '',
  );
  const factor = match?.[2] ? SUFFIXES[match[2]] : 1;
  const number = Number(match?.[1]);
  // Thousandths are the finest Kubernetes keeps of CPU; below is rounding.
  return factor === undefined || Number.isNaN(number)
    ? undefined
    : Math.round(number * factor * 1000);
}
