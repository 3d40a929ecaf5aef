import type { ApiObject } from './apiObject';
import { keyFor, keyOf } from './apiObject';

/** Objects of a cluster by kind and by name. */
export class ObjectIndex {
  readonly #byKind = new Map<string, ApiObject[]>();
  readonly #byKey = new Map<string, ApiObject>();

  constructor(objects: Iterable<ApiObject>) {
    for (const object of objects) {
      const same = this.#byKind.get(object.kind);
      if (same) same.push(object);
      else this.#byKind.set(object.kind, [object]);
      this.#byKey.set(keyOf(object), object);
    }
  }

  ofKind(kind: string): readonly ApiObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): ApiObject | undefined {
    return this.#byKey.get(keyFor(kind, namespace, name));
  }
}
