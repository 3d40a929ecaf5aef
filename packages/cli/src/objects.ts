import {
  asArray,
  asRecord,
  asString,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import type { Location, ParsedDocument } from './input';

/** A Kubernetes object of the input. */
export interface InputObject {
  object: KubeObject;
  file: string;
  locate: () => Location;
}

/** The objects of a document, those of lists one by one. */
export function objectsOf(document: ParsedDocument): InputObject[] {
  const { data, file } = document;
  const item = (value: unknown, path: (string | number)[], kind?: string) => {
    const object = asRecord(value);
    return object
      ? [
          {
            // The items of an API server's own list carry no kind.
            object: kind && !object.kind ? { ...object, kind } : object,
            file,
            locate: () => document.locate(path),
          },
        ]
      : [];
  };
  if (Array.isArray(data)) {
    return data.flatMap((value, index) => item(value, [index]));
  }
  const kind = asString(at(data, 'kind'));
  const items = at(data, 'items');
  if (Array.isArray(items)) {
    const kindOfItems = kind?.replace(/List$/, '');
    return asArray(items).flatMap((value, index) =>
      item(value, ['items', index], kindOfItems),
    );
  }
  return kind && at(data, 'apiVersion') ? item(data, []) : [];
}

/** Whether an object came from an API server. */
export function isLive({ metadata }: KubeObject): boolean {
  return Boolean(metadata?.uid ?? metadata?.resourceVersion);
}
