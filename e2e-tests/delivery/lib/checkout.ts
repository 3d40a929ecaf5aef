import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DeliveryFile } from 'backstage-plugin-dapr-shared-common';

const folders: string[] = [];

/** A new folder, which `removeFolders` removes. */
export function newFolder(): string {
  // kustomize compares paths after following links.
  const folder = realpathSync(
    mkdtempSync(join(tmpdir(), 'dapr-shared-delivery-')),
  );
  folders.push(folder);
  return folder;
}

/** Removes what `newFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Writes files below a folder. */
export function write(folder: string, ...files: readonly DeliveryFile[]): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
