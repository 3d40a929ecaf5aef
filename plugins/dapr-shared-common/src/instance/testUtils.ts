import { asArray, asRecord, type KubeObject } from '../objects';

/** Keys of fields, indices of lists, and names of list elements. */
export type Path = readonly (string | number)[];

/**
 * A copy with the value at a path replaced, or taken away where it is
 * undefined. A list's element is found by its index or its name.
 */
export function withValue<T>(object: T, path: Path, value: unknown): T;
export function withValue(object: unknown, path: Path, value: unknown) {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(object)) {
    const index =
      typeof key === 'number'
        ? key
        : object.findIndex(entry => asRecord(entry)?.name === key);
    const next = withValue(object[index], rest, value);
    const [before, after] = [
      object.slice(0, index),
      index < 0 ? [] : object.slice(index + 1),
    ];
    return next === undefined
      ? [...before, ...after]
      : [...(index < 0 ? object : before), next, ...after];
  }
  const record = asRecord(object) ?? {};
  const { [key]: old, ...others } = record;
  const next = withValue(old, rest, value);
  return next === undefined ? others : { ...record, [key]: next };
}

/** The only object of a kind. */
export function ofKind(objects: readonly KubeObject[], kind: string) {
  const [object, ...others] = objects.filter(o => o.kind === kind);
  if (!object || others.length > 0) throw new Error(`${kind}: not just one`);
  return object;
}

/** The texts of a list. */
export function texts(value: unknown): string[] {
  return asArray(value).map(String);
}
