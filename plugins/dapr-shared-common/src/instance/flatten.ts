import { asString, type KubeObject } from '../objects';
import { isRecord } from './records';

/**
 * Objects one by one, those of lists too. The items of an API server's list
 * carry no kind of their own; they get the list's.
 */
export function* flatten(objects: Iterable<unknown>): Generator<KubeObject> {
  for (const object of objects) {
    if (!isRecord(object)) continue;
    if (!Array.isArray(object.items)) {
      yield object;
      continue;
    }
    const kind = asString(object.kind)?.replace(/List$/, '');
    for (const item of object.items) {
      if (isRecord(item)) yield kind && !item.kind ? { ...item, kind } : item;
    }
  }
}
