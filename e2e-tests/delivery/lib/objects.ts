import type { KubeObject } from 'backstage-plugin-dapr-shared-common';
import type { KubernetesObject } from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';

/** Reads a stream of YAML as Kubernetes does. */
export function parseObjects(text: string): KubeObject[] {
  return parseAllDocuments(text, { version: '1.1' })
    .map((document): KubeObject | null => document.toJS())
    .filter(object => object !== null);
}

/** The same, as the clients of an API server take them. */
export function parseManifests(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { version: '1.1' }).map(
    (document): KubernetesObject => document.toJS(),
  );
}

/** What has to be equal of two sets of objects: neither order nor fields without a value. */
export function comparable(
  objects: readonly KubeObject[],
  namespace: string,
): Record<string, unknown> {
  return Object.fromEntries(
    objects
      .map((object): [string, unknown] => {
        const { namespace: own, ...metadata } = object.metadata ?? {};
        // Helm leaves the namespace of most objects to the release.
        expect([namespace, undefined]).toContain(own);
        return [
          `${object.kind} ${metadata.name}`,
          withoutNulls({ ...object, metadata }),
        ];
      })
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}

/** The object of a kind, of which there must be one. */
export function only(objects: readonly KubeObject[], kind: string): KubeObject {
  const found = objects.filter(object => object.kind === kind);
  const [object] = found;
  if (!object || found.length > 1) {
    throw new Error(`${found.length} objects of kind ${kind}, not one`);
  }
  return object;
}
