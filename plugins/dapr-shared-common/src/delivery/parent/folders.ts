/**
 * Names under which kustomize finds its file in a folder.
 *
 * @public
 */
export const kustomizationNames: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** A folder above an instance, and how a kustomization there would name it. @public */
export interface ParentFolder {
  /** From the root of the repository, without a slash at either end; empty for the root. */
  folder: string;
  /** The instance's folder as seen from there. */
  entry: string;
}

/**
 * The folders above an instance, the nearest first: the first that has a
 * kustomization must list the instance, or nothing applies it.
 *
 * @public
 */
export function parentFolders(instanceFolder: string): ParentFolder[] {
  const parts = instanceFolder.split('/');
  return parts.map((_, index) => {
    const length = parts.length - 1 - index;
    return {
      folder: parts.slice(0, length).join('/'),
      entry: parts.slice(length).join('/'),
    };
  });
}
