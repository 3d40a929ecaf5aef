import { InputError } from '@backstage/errors';
import type { KubeObject } from 'backstage-plugin-dapr-shared-common';
import { parseAllDocuments } from 'yaml';

/**
 * Objects of a YAML file, read as YAML 1.1 like every Kubernetes tool does.
 *
 * @throws InputError that names the file where it is no YAML
 */
export function readObjects(file: string, content: string): KubeObject[] {
  return parseAllDocuments(content, { version: '1.1' }).flatMap(document => {
    const [error] = document.errors;
    if (error) throw new InputError(`${file}: ${error.message}`);
    const object: unknown = document.toJS();
    if (object === null || object === undefined) return [];
    if (typeof object !== 'object' || Array.isArray(object)) {
      throw new InputError(`${file}: expected an object.`);
    }
    return [{ ...object }];
  });
}
