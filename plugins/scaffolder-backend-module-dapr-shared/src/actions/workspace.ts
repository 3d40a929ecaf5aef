import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { checksum } from 'backstage-plugin-dapr-shared-common';
import fs from 'fs-extra';
import type { GitFile } from '../git';

/** Folder of the workspace that stands for the GitOps repository, unless a template says otherwise. */
export const DEFAULT_DIRECTORY = 'gitops';

/** A generated file, by which a later step knows that nothing was lost or changed. */
export type FileRecord = {
  /** From the root of the GitOps repository, with `/`. */
  path: string;
  /** SHA-256 in hex. */
  checksum: string;
};

export async function writeFiles(
  directory: string,
  files: readonly GitFile[],
): Promise<FileRecord[]> {
  for (const { path, content } of files) {
    await fs.outputFile(resolveSafeChildPath(directory, path), content);
  }
  return files.map(({ path, content }) => ({
    path,
    checksum: checksum(content),
  }));
}

/**
 * The files of a list, which must lie in a folder and be as they were made.
 *
 * @throws InputError that names the file
 */
export async function readFiles(
  directory: string,
  folder: string,
  records: readonly FileRecord[],
): Promise<GitFile[]> {
  if (records.length === 0) {
    throw new InputError(
      'files: the list is empty; pass the output "files" of dapr-shared:generate.',
    );
  }
  return Promise.all(records.map(record => readOne(directory, folder, record)));
}

async function readOne(
  directory: string,
  folder: string,
  record: FileRecord,
): Promise<GitFile> {
  const { path } = record;
  const inside = path.startsWith(`${folder}/`);
  if (!inside || path.split('/').some(p => ['', '.', '..'].includes(p))) {
    throw new InputError(
      `files: "${path}" is not in the folder of the instance, ${folder}; pass the output "files" of dapr-shared:generate.`,
    );
  }
  const where = resolveSafeChildPath(directory, path);
  if (!(await fs.pathExists(where))) {
    throw new InputError(
      `files: "${path}" is missing in the workspace, and nothing is deleted by that; run dapr-shared:generate before this step, with the same directory.`,
    );
  }
  const content = await fs.readFile(where, 'utf8');
  if (checksum(content) !== record.checksum) {
    throw new InputError(
      `files: "${path}" was changed after dapr-shared:generate; leave its files as they are.`,
    );
  }
  return { path, content };
}
