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

/** An entry of `patches` in a kustomization or a HelmRelease's post-renderer. */
export interface KustomizePatch {
  target: Record<string, unknown>;
  patch: string;
}

/** The entries that are understood. */
export function readPatches(patches: unknown): KustomizePatch[] {
  return asArray(patches).flatMap(entry => {
    const patch = asString(at(entry, 'patch'));
    const target = asRecord(at(entry, 'target'));
    const selects = target?.labelSelector ?? target?.annotationSelector;
    return patch && !selects ? [{ target: target ?? {}, patch }] : [];
  });
}

/** The objects as kustomize leaves them. The ones given stay as they are. */
export function applyPatches(
  objects: readonly KubeObject[],
  patches: readonly KustomizePatch[],
): KubeObject[] {
  return patches.reduce<KubeObject[]>(
    (before, { target, patch }) => {
      const content: unknown = parse(patch);
      // A merge patch without a target names its object itself.
      const wanted = Object.keys(target).length > 0 ? target : own(content);
      return before.flatMap(object =>
        matches(object, wanted) ? patched(object, content) : [object],
      );
    },
    [...objects],
  );
}

function patched(object: KubeObject, content: unknown): KubeObject[] {
  if (!Array.isArray(content)) {
    const merged = asRecord(strategicMerge(object, content));
    return merged ? [merged] : [];
  }
  const copy = structuredClone(object);
  applyPatch(copy, content.filter(isOperation));
  return [copy];
}

function isOperation(candidate: unknown): candidate is Operation {
  return (
    asString(at(candidate, 'op')) !== undefined &&
    asString(at(candidate, 'path')) !== undefined
  );
}

function own(content: unknown): Record<string, unknown> {
  return {
    kind: at(content, 'kind'),
    name: at(content, 'metadata', 'name'),
  };
}

/** Source: kustomize, `patches`: fields are regular expressions, whole. */
function matches(object: KubeObject, target: Record<string, unknown>) {
  const { apiVersion = '', kind, metadata } = object;
  const [version, group = ''] = apiVersion.split('/').reverse();
  const is: Record<string, unknown> = {
    group,
    version,
    kind,
    name: metadata?.name,
  };
  return Object.entries(is).every(([field, value]) => {
    const pattern = asString(target[field]);
    return !pattern || new RegExp(`^(?:${pattern})$`).test(String(value));
  });
}
