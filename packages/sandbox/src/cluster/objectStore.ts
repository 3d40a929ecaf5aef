import { isDeepStrictEqual } from 'util';
import { type ApiObject, keyFor, keyOf, timestamp, uidFor } from '../kube';
import { withDefaults } from './defaults';

/** Kinds without a namespace, among those that people apply. */
const CLUSTER_SCOPED = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'Namespace',
  'Node',
]);

/** A cluster's objects, with the versions an API server keeps of them. */
export class ObjectStore {
  readonly #objects = new Map<string, ApiObject>();
  /** Which source applied an object last. */
  readonly #sources = new Map<string, string>();
  #version = 1000;

  /** The version of the last change. */
  get resourceVersion(): string {
    return String(this.#version);
  }

  all(): ApiObject[] {
    return [...this.#objects.values()];
  }

  /** Objects of a kind in an API server's order: by namespace, then by name. */
  list(kind: string, namespace?: string): ApiObject[] {
    return this.all()
      .filter(
        object =>
          object.kind === kind &&
          (namespace === undefined || object.metadata.namespace === namespace),
      )
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  }

  get(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): ApiObject | undefined {
    return this.#objects.get(keyFor(kind, namespace, name));
  }

  /**
   * Makes a source's objects so, and removes what it applied before and no
   * longer has.
   */
  apply(source: string, objects: readonly ApiObject[], now: Date): void {
    const wanted = new Set<string>();
    for (const object of objects.flatMap(o => this.#withNamespace(o))) {
      const key = keyOf(object);
      wanted.add(key);
      this.#put(key, object, now);
      this.#sources.set(key, source);
    }
    for (const [key, owner] of this.#sources) {
      if (owner !== source || wanted.has(key)) continue;
      this.#sources.delete(key);
      // As with any GitOps tool, others may live in a namespace it made.
      if (!key.startsWith('Namespace/')) this.#remove(key);
    }
  }

  /** Takes over what the controllers made of the objects. */
  replaceAll(objects: readonly ApiObject[]): void {
    const kept = new Set(objects.map(keyOf));
    for (const key of this.#objects.keys()) {
      if (!kept.has(key)) this.#remove(key);
    }
    for (const object of objects) this.#write(keyOf(object), object);
  }

  #put(key: string, object: ApiObject, now: Date): void {
    const before = this.#objects.get(key);
    const { status, ...desired } = withDefaults(object);
    const changed = !isDeepStrictEqual(desired.spec, before?.spec);
    const generation = before?.metadata.generation ?? (desired.spec ? 0 : undefined); // prettier-ignore
    this.#write(key, {
      ...desired,
      metadata: {
        uid: uidFor(`${key}/${now.getTime()}`),
        creationTimestamp: timestamp(now),
        ...before?.metadata,
        ...desired.metadata,
        annotations: {
          ...before?.metadata.annotations,
          ...desired.metadata.annotations,
        },
        ...(generation === undefined
          ? {}
          : { generation: changed ? generation + 1 : generation }),
      },
      ...(before?.status ?? status ? { status: before?.status ?? status } : {}),
    });
  }

  #write(key: string, object: ApiObject): void {
    const before = this.#objects.get(key);
    if (before === object) return;
    const same = before && {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: before.metadata.resourceVersion,
      },
    };
    if (before && isDeepStrictEqual(before, same)) return;
    this.#version += 1;
    this.#objects.set(key, {
      ...object,
      metadata: { ...object.metadata, resourceVersion: this.resourceVersion },
    });
  }

  #remove(key: string): void {
    if (this.#objects.delete(key)) this.#version += 1;
  }

  /** A namespaced object, after the namespace it needs. */
  #withNamespace(object: ApiObject): ApiObject[] {
    if (CLUSTER_SCOPED.has(object.kind)) {
      const { namespace: _none, ...metadata } = object.metadata;
      return [{ ...object, metadata }];
    }
    const namespace = object.metadata.namespace ?? 'default';
    const placed = { ...object, metadata: { ...object.metadata, namespace } };
    return this.get('Namespace', undefined, namespace)
      ? [placed]
      : [namespaceObject(namespace), placed];
  }
}

function namespaceObject(name: string): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
  };
}

function sortKey({ metadata }: ApiObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
