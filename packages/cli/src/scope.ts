import { at } from 'backstage-plugin-dapr-shared-common';
import { dirname } from 'path';
import { groupBy } from './groupBy';
import type { ParsedDocument } from './input';
import { type InputObject, objectsOf } from './objects';

/** What belongs together: objects of it are evidence for one another. */
export interface Scope {
  documents: ParsedDocument[];
  objects: InputObject[];
  /** What the portal remembers of an instance, where it wrote this folder. */
  instanceFile?: unknown;
}

/**
 * Groups documents by folder; a folder that the portal wrote has its
 * subfolders with it. Where two files of a folder define the same workload,
 * they are of different clusters, and each file is for itself.
 */
export function scopesOf(documents: readonly ParsedDocument[]): Scope[] {
  const written = new Map(
    documents
      .filter(({ data }) => isInstanceFile(data))
      .map(({ file, data }) => [dirname(file), data]),
  );
  const folders = groupBy(documents, ({ file }) =>
    file === 'stdin' ? file : root(dirname(file), written),
  );
  return [...folders].flatMap(([folder, members]) => {
    const instanceFile = written.get(folder);
    if (instanceFile) return [scope(members, instanceFile)];
    return clashes(members)
      ? [...groupBy(members, ({ file }) => file).values()].map(m => scope(m))
      : [scope(members)];
  });
}

function scope(documents: ParsedDocument[], instanceFile?: unknown): Scope {
  return { documents, objects: documents.flatMap(objectsOf), instanceFile };
}

function isInstanceFile(data: unknown): boolean {
  const group = String(at(data, 'apiVersion')).split('/')[0];
  return (
    group === 'dapr-shared.backstage.io' && at(data, 'kind') === 'Instance'
  );
}

function root(folder: string, written: Map<string, unknown>): string {
  for (let here = folder; ; here = dirname(here)) {
    if (written.has(here)) return here;
    if (dirname(here) === here) return folder;
  }
}

function clashes(documents: readonly ParsedDocument[]): boolean {
  const fileOf = new Map<string, string>();
  return documents.flatMap(objectsOf).some(({ object, file }) => {
    const { kind, metadata } = object;
    if (kind !== 'DaemonSet' && kind !== 'Deployment') return false;
    const key = [kind, metadata?.namespace, metadata?.name].join('/');
    const other = fileOf.get(key);
    fileOf.set(key, file);
    return other !== undefined && other !== file;
  });
}
