import { createPatch, type Operation } from 'rfc6902';
import { isHook } from '../chart';
import type { KubeObject } from '../objects';
import { planObjects, type PlannedObjects, renderedObjects } from './objects';

/** Which object of a release is meant. @public */
export interface ObjectTarget {
  group: string;
  version: string;
  kind: string;
  name: string;
}

/**
 * The difference between what the chart makes of an object and what the plan
 * wants of it.
 *
 * @public
 */
export interface ObjectPatch {
  target: ObjectTarget;
  /** JSON Patch, RFC 6902. */
  operations: Operation[];
}

/**
 * The overlay as a difference: what is changed, left out and put beside the
 * chart's objects.
 *
 * @public
 */
export interface OverlayChanges {
  patches: ObjectPatch[];
  removed: ObjectTarget[];
  added: KubeObject[];
}

/**
 * What the overlay does, derived from the objects before and after. Empty
 * where there is no overlay. Hooks are left out: Helm does not post-render
 * them; see `needsHooks`.
 *
 * @public
 */
export function overlayChanges(plan: PlannedObjects): OverlayChanges {
  const before = renderedObjects(plan).filter(object => !isHook(object));
  const after = planObjects(plan).filter(object => !isHook(object));
  const wanted = byTarget(after);
  const given = byTarget(before);
  return {
    patches: before.flatMap(object => {
      const goal = wanted.get(key(object));
      const operations = goal ? createPatch(object, goal) : [];
      return operations.length > 0
        ? [{ target: target(object), operations }]
        : [];
    }),
    removed: before.filter(object => !wanted.has(key(object))).map(target),
    added: after.filter(object => !given.has(key(object))),
  };
}

/**
 * The patches among `overlayChanges`, for who cannot leave out or add objects.
 *
 * @public
 */
export function overlayPatches(plan: PlannedObjects): ObjectPatch[] {
  return overlayChanges(plan).patches;
}

function byTarget(objects: readonly KubeObject[]): Map<string, KubeObject> {
  return new Map(objects.map(object => [key(object), object]));
}

/** No two objects of a release share kind and name. */
function key({ apiVersion, kind, metadata }: KubeObject): string {
  return [apiVersion, kind, metadata?.name].join(' ');
}

function target(object: KubeObject): ObjectTarget {
  const parts = (object.apiVersion ?? '').split('/');
  const version = parts.pop() ?? '';
  return {
    group: parts.join('/'),
    version,
    kind: object.kind ?? '',
    name: object.metadata?.name ?? '',
  };
}
