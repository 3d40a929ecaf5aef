import { InputError, isError } from '@backstage/errors';
import {
  addToKustomization,
  kustomizationNames,
  type ParentFolder,
} from 'backstage-plugin-dapr-shared-common';
import { type GitFile, readText } from './tree';

/**
 * The nearest kustomization above the instance with the instance in its
 * resources: without that, whatever applies the folder passes the instance by.
 *
 * @param parents - the nearest first; none where nothing applies the instance
 * @returns undefined where there is none: then tools take every folder
 * @throws InputError that names the file, where it cannot be added to
 */
export async function listInParent(
  gitdir: string,
  commit: string,
  parents: readonly ParentFolder[],
): Promise<GitFile | undefined> {
  for (const { folder, entry } of parents) {
    for (const name of kustomizationNames) {
      const path = folder ? `${folder}/${name}` : name;
      const text = await readText(gitdir, commit, path);
      if (text !== undefined) return { path, content: add(path, text, entry) };
    }
  }
  return undefined;
}

function add(path: string, text: string, entry: string): string {
  try {
    return addToKustomization(text, entry);
  } catch (error) {
    throw isError(error) ? new InputError(`${path}: ${error.message}`) : error;
  }
}
