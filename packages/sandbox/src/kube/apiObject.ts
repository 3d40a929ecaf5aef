import { InputError } from '@backstage/errors';
import type {
  KubeMetadata,
  KubeObject,
} from 'backstage-plugin-dapr-shared-common';

/** An object with kind and name, as an API server keeps it. */
export interface ApiObject extends KubeObject {
  apiVersion: string;
  kind: string;
  metadata: KubeMetadata & { name: string };
}

/**
 * Takes an object from a file or a template.
 *
 * @param where - the file, for the message
 * @throws InputError where apiVersion, kind or metadata.name is missing
 */
export function toApiObject(object: KubeObject, where: string): ApiObject {
  const { apiVersion, kind, metadata } = object;
  const name: unknown = metadata?.name;
  if (!apiVersion || !kind || !name) {
    throw new InputError(
      `${where}: an object needs apiVersion, kind and metadata.name.`,
    );
  }
  const namespace: unknown = metadata?.namespace ?? '';
  // YAML 1.1 reads `on`, `y` and `123` as something else.
  if (typeof name !== 'string' || typeof namespace !== 'string') {
    throw new InputError(
      `${where}: metadata.name and metadata.namespace must be text; put them in quotes.`,
    );
  }
  return { ...object, apiVersion, kind, metadata: { ...metadata, name } };
}

/** Identity of an object within a cluster. */
export function keyOf(object: ApiObject): string {
  return keyFor(object.kind, object.metadata.namespace, object.metadata.name);
}

export function keyFor(
  kind: string,
  namespace: string | undefined,
  name: string,
): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
