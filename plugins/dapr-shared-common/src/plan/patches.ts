import { createPatch, type Operation } from 'rfc6902';
import { isHook } from '../chart';
import type { KubeObject } from '../objects';
import { planObjects, renderedObjects } from './objects';
import type { Plan } from './types';

/**
 * The difference between what the chart makes of an object and what the plan
 * wants of it.
 *
 * @public
 */
export interface ObjectPatch {
  target: { group: string; version: string; kind: string; name: string };
  /** JSON Patch, RFC 6902. */
  operations: Operation[];
}

/**
 * The overlay as patches, derived from the objects before and after. Empty
 * where there is no overlay. Hooks are left out: Helm does not post-render them.
 *
 * @public
 */
export function overlayPatches(plan: Plan): ObjectPatch[] {
  const after = planObjects(plan);
  return renderedObjects(plan).flatMap((before, index) => {
    const operations = createPatch(before, after[index]);
    return operations.length > 0 && !isHook(before)
      ? [{ target: target(before), operations }]
      : [];
  });
}

function target(object: KubeObject): ObjectPatch['target'] {
  const parts = (object.apiVersion ?? '').split('/');
  const version = parts.pop() ?? '';
  return {
    group: parts.join('/'),
    version,
    kind: object.kind ?? '',
    name: object.metadata?.name ?? '',
  };
}
