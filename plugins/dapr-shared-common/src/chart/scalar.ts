import { parse } from 'yaml';

// Source: YAML 1.1 core types as sigs.k8s.io/yaml (which Helm uses) resolves them.
const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']); // prettier-ignore
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']); // prettier-ignore
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const INTEGER = /^[-+]?[0-9][0-9_]*$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const PLAIN = /^[A-Za-z0-9_./\-[](?:[^\s:#]|:(?!\s|$)|\S#)*$/;

/**
 * What a text becomes when a template writes it without quotes and the result
 * is read as YAML 1.1: `on` is true, `123` a number, `1e3` a thousand.
 *
 * @throws SyntaxError of the `yaml` package where the text is no valid YAML
 */
export function unquoted(text: string): unknown {
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (NULL.has(text)) return null;
  if (INTEGER.test(text)) return integer(text);
  if (FLOAT.test(text)) return Number(text);
  if (PLAIN.test(text) && !/^[-[0-9.]/.test(text)) return text;
  return parse(`value: ${text}`, { version: '1.1' })?.value;
}

/** A leading zero means octal where the digits allow it. */
function integer(text: string): number {
  const digits = text.replace(/_/g, '');
  return /^[-+]?0[0-7]+$/.test(digits) ? parseInt(digits, 8) : Number(digits);
}

/** What a text becomes when a template writes it between double quotes. */
export function quoted(text: string): unknown {
  return /["\\\n]/.test(text) ? parse(`"${text}"`, { version: '1.1' }) : text;
}

/**
 * How Go's text/template prints a value that came from YAML, where every
 * number is a float64.
 */
export function print(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return printNumber(value);
  if (Array.isArray(value)) return `[${value.map(print).join(' ')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([k, v]) => `${k}:${print(v)}`).join(' ')}]`;
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
