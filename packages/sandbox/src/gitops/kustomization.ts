import { InputError } from '@backstage/errors';
import {
  asArray,
  asString,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import { readObjects } from './yaml';

/** Reads a file next to the kustomization; undefined where there is none. */
export type ReadFile = (name: string) => Promise<string | undefined>;

/** What a folder's `kustomization.yaml` brings to the cluster. */
export interface Kustomized {
  objects: KubeObject[];
  /** Data of generated ConfigMaps by name, before kustomize puts a hash on. */
  configMaps: Map<string, Record<string, string>>;
}

/**
 * Builds a folder the way kustomize does, as far as instances need it:
 * `resources` that are files, and `configMapGenerator` of files.
 *
 * @throws InputError where a file it names is missing
 */
export async function kustomize(
  content: string,
  readFile: ReadFile,
): Promise<Kustomized> {
  const [kustomization] = readObjects('kustomization.yaml', content);
  const read = async (name: string) => {
    const text = await readFile(name);
    if (text === undefined) {
      throw new InputError(`kustomization.yaml: there is no file ${name}.`);
    }
    return text;
  };
  const objects: KubeObject[] = [];
  for (const resource of asArray(at(kustomization, 'resources'))) {
    const name = String(resource);
    // A folder is a kustomization of its own.
    if (/\.ya?ml$/.test(name)) {
      objects.push(...readObjects(name, await read(name)));
    }
  }
  const configMaps: Kustomized['configMaps'] = new Map();
  for (const generator of asArray(at(kustomization, 'configMapGenerator'))) {
    const data: Record<string, string> = {};
    for (const entry of asArray(at(generator, 'files'))) {
      const [key = '', file = key] = String(entry).split('=');
      data[key] = await read(file);
    }
    configMaps.set(asString(at(generator, 'name')) ?? '', data);
  }
  return { objects, configMaps };
}
