import { createHash } from 'crypto';

/** Hex digits that depend on the text alone: the same run gives the same names. */
export function digest(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** A UID in the shape of a UUID. */
export function uidFor(text: string): string {
  const hex = digest(text, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
