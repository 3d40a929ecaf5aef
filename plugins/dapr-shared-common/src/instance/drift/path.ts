/** A path with a key more; keys that are names themselves stand in brackets. */
export function keyed(path: string, key: string): string {
  if (/[./]/.test(key)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : key;
}
