/** Text of a scalar, as YAML may have made a number or a boolean of it. */
export function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? String(value)
    : undefined;
}
