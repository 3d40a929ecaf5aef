/**
 * Whether a value is a map of fields. Unlike `asRecord` this copies nothing: a
 * cluster's objects pass through here by the ten thousand.
 */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string entries of a map of strings, as `asStringMap`. */
export function stringMap(value: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  if (!isRecord(value)) return result;
  for (const key of Object.keys(value)) {
    const entry = value[key];
    if (typeof entry === 'string') result[key] = entry;
  }
  return result;
}
