import { Document } from 'yaml';
import type { DeliveryFile } from './types';

/**
 * YAML that every tool reads alike: Helm, kustomize and Kubernetes follow
 * YAML 1.1, where `on` and `123` unquoted are no text.
 */
export function yamlText(content: unknown, comment?: string): string {
  const document = new Document(content, {
    schema: 'yaml-1.1',
    // An anchor saves bytes and costs the reader.
    aliasDuplicateObjects: false,
  });
  if (comment) document.commentBefore = comment.replace(/^/gm, ' ');
  return document.toString({ lineWidth: 0 });
}

/** One object in one file. */
export function yamlFile(
  path: string,
  content: unknown,
  comment?: string,
): DeliveryFile {
  return { path, content: yamlText(content, comment) };
}

/** Several objects in one file, in the order given. */
export function yamlStream(
  path: string,
  objects: readonly unknown[],
): DeliveryFile {
  return {
    path,
    content: objects.map(o => yamlText(o)).join('---\n'),
  };
}
