import { RenderError } from './error';
import { goInteger } from './plainScalar';

/** What Go templates hold for true: not empty, not zero. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length > 0;
  }
  return Boolean(value);
}

/** `default`: any empty value gives way, 0 and false too. */
export function orDefault(value: unknown, otherwise: unknown): unknown {
  return truthy(value) ? value : otherwise;
}

/** `trunc 63 | trimSuffix "-"`, which counts bytes: a label of DNS. */
export function cut(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const kept = new TextDecoder().decode(bytes.slice(0, 63));
  if (!text.startsWith(kept)) {
    throw new RenderError(
      `"${text}" is cut to 63 bytes, in the middle of a letter; make it shorter.`,
    );
  }
  return kept.replace(/-$/, '');
}

/** `int`: whole numbers and their text count, anything else is 0. */
export function toInteger(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') {
    // What is too large for an int64 becomes the smallest one.
    return Math.abs(value) < 2 ** 63 ? Math.trunc(value) : -(2 ** 63);
  }
  if (typeof value !== 'string') return 0;
  const whole = goInteger(value.replace(/\.0+$/, '')) ?? 0;
  return Math.abs(whole) <= 2 ** 63 ? whole : 0;
}
