// Source: resolve() of the YAML reader in sigs.k8s.io/yaml, through which both
// Helm and the API server read. It is YAML 1.1, but without base 60 and dates.
const TRUE = new Set(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']); // prettier-ignore
const FALSE = new Set(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']); // prettier-ignore
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);
const NOT_FINITE = /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

const BASES: Record<string, number | undefined> = {
  '0x': 16,
  '0o': 8,
  '0': 8,
  '0b': 2,
};

/**
 * What a scalar without quotes means: `on` is true, `0x10` and `1_6` are
 * sixteen, `1e3` a thousand, `1:30` and `2024-01-31` stay text. Infinity and
 * "not a number" have no place in JSON and come out as numbers all the same,
 * for the caller to refuse.
 */
export function plainScalar(text: string): unknown {
  if (NULL.has(text)) return null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (NOT_FINITE.test(text)) {
    return /inf/i.test(text) ? Infinity : NaN;
  }
  if (!/^[-+.0-9]/.test(text)) return text;
  const digits = text.replace(/_/g, '');
  return (
    goInteger(digits) ?? float(text.startsWith('.') ? text : digits) ?? text
  );
}

function float(digits: string): number | undefined {
  const number = FLOAT.test(digits) ? Number(digits) : undefined;
  return Number.isFinite(number) ? number : undefined;
}

/** `strconv.ParseInt(text, 0, 64)`: the prefix tells the base, and a leading 0 means octal. */
export function goInteger(text: string): number | undefined {
  const [, sign, prefix = '', digits = ''] =
    /^([-+]?)(0[xX]|0[oO]|0[bB]|0(?=[0-9]))?([0-9a-fA-F]+)$/.exec(text) ?? [];
  const base = BASES[prefix.toLowerCase()] ?? 10;
  const known = '0123456789abcdef'.slice(0, base);
  const lower = digits.toLowerCase();
  if (lower === '' || ![...lower].every(digit => known.includes(digit))) {
    return undefined;
  }
  // Zero has no sign here.
  return (sign === '-' ? -1 : 1) * parseInt(lower, base) || 0;
}
