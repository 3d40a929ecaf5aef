import type { Operation } from 'rfc6902';
import type { ObjectTarget, OverlayChanges } from '../plan';
import { yamlText } from './yamlFile';

/** An entry of `patches` in a kustomization. */
export interface KustomizePatch {
  target: { group?: string; version: string; kind?: string; name: string };
  patch: string;
}

/** Whether the chart alone comes to the plan's objects. */
export function isPlain({ patches, removed, added }: OverlayChanges): boolean {
  return patches.length + removed.length + added.length === 0;
}

/** The changed and removed objects of an overlay, as kustomize takes them. */
export function kustomizePatches(changes: OverlayChanges): KustomizePatch[] {
  return [
    ...changes.patches.map(({ target, operations }) => ({
      target: patchTarget(target),
      patch: yamlText(operations.map(tolerant)),
    })),
    ...changes.removed.map(target => ({
      target: withoutCore(target),
      patch: yamlText({
        $patch: 'delete',
        apiVersion: apiVersion(target),
        kind: target.kind,
        metadata: { name: target.name },
      }),
    })),
  ];
}

function patchTarget(target: ObjectTarget) {
  const { kind, group, version, name } = target;
  return kind === 'DaemonSet' || kind === 'Deployment'
    ? // Not the kind: who changes the strategy in values.yaml keeps the overlay.
      { group, version, name }
    : withoutCore(target);
}

/** An empty group would stand for every group. */
function withoutCore({ group, ...target }: ObjectTarget) {
  return group ? { group, ...target } : target;
}

function apiVersion({ group, version }: ObjectTarget): string {
  return group ? `${group}/${version}` : version;
}

/**
 * `add` sets a field whether it is there or not. What the chart renders as
 * null is gone once kustomize has read it, and `replace` would fail.
 */
function tolerant(operation: Operation): Operation {
  return operation.op === 'replace' && !/\/\d+$/.test(operation.path)
    ? { ...operation, op: 'add' }
    : operation;
}
