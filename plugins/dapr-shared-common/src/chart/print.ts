/**
 * How Go's text/template prints a value that came from YAML, where every
 * number is a float64. Helm prints nothing for an absent value.
 */
export function print(value: unknown): string {
  return value === null || value === undefined ? '' : printInner(value);
}

function printInner(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (typeof value === 'number') return printNumber(value);
  if (Array.isArray(value)) return `[${value.map(printInner).join(' ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    const pairs = entries.map(([key, entry]) => `${key}:${printInner(entry)}`);
    return `map[${pairs.join(' ')}]`;
  }
  return String(value);
}

/** `%v` of a float64: Go turns to the exponent form from 1e6 on. */
function printNumber(value: number): string {
  const [mantissa = '', exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 6)) {
    const digits = String(Math.abs(power)).padStart(2, '0');
    return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`;
  }
  return String(value);
}
