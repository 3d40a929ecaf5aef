import { InputError } from '@backstage/errors';
import {
  asArray,
  asRecord,
  asString,
  at,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import { applyPatch, type Operation } from 'rfc6902';
import { parse } from 'yaml';
import { strategicMerge } from './strategicMerge';

/**
 * Applies kustomize patches: JSON 6902 where the patch is a list, strategic
 * merge where it is a map.
 *
 * @throws InputError where a patch meets no object, or cannot be applied
 */
export function applyPatches(
  objects: readonly KubeObject[],
  patches: readonly unknown[],
): KubeObject[] {
  return patches.reduce<KubeObject[]>(
    (before, patch) => {
      const target = at(patch, 'target');
      const content: unknown = parse(asString(at(patch, 'patch')) ?? '', { version: '1.1' }); // prettier-ignore
      const wanted = asRecord(target) ?? content;
      const removes = at(content, '$patch') === 'delete';
      let hits = 0;
      const after = before.flatMap(object => {
        if (!isTarget(object, wanted)) return [object];
        hits += 1;
        return removes ? [] : [patched(object, content)];
      });
      if (hits === 0) {
        throw new InputError(`postRenderers: no object is the target ${JSON.stringify(target ?? wanted)}.`); // prettier-ignore
      }
      return after;
    },
    [...objects],
  );
}

/** By target, or for a strategic merge without one by the patch's own head. */
function isTarget(object: KubeObject, target: unknown): boolean {
  const kind = asString(at(target, 'kind'));
  const name =
    asString(at(target, 'name')) ?? asString(at(target, 'metadata', 'name'));
  const [version, group = ''] = (object.apiVersion ?? '').split('/').reverse();
  return (
    (!kind || kind === object.kind) &&
    (!name || new RegExp(`^(?:${name})$`).test(object.metadata?.name ?? '')) &&
    (asString(at(target, 'group')) ?? group) === group &&
    (asString(at(target, 'version')) ?? version) === version
  );
}

function patched(object: KubeObject, patch: unknown): KubeObject {
  if (!Array.isArray(patch)) {
    return { ...object, ...asRecord(strategicMerge(object, patch)) };
  }
  const copy = structuredClone(object);
  const operations = asArray(patch).map(toOperation);
  const failure = applyPatch(copy, operations).find(result => result !== null);
  if (failure) {
    throw new InputError(`postRenderers: the patch of ${object.kind} ${object.metadata?.name} cannot be applied: ${failure.name} ${failure.message}`); // prettier-ignore
  }
  return copy;
}

function toOperation(value: unknown): Operation {
  const path = asString(at(value, 'path')) ?? '';
  const from = asString(at(value, 'from')) ?? '';
  const content = at(value, 'value');
  switch (at(value, 'op')) {
    case 'add':
      return { op: 'add', path, value: content };
    case 'replace':
      return { op: 'replace', path, value: content };
    case 'test':
      return { op: 'test', path, value: content };
    case 'remove':
      return { op: 'remove', path };
    case 'move':
      return { op: 'move', path, from };
    case 'copy':
      return { op: 'copy', path, from };
    default:
      throw new InputError(`postRenderers: op "${at(value, 'op')}" is none of JSON 6902.`); // prettier-ignore
  }
}
