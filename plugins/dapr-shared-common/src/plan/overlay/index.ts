import type { KubeObject } from '../../objects';
import { disruptionBudget } from './disruptionBudget';
import { hardenedIdentity } from './hardenedIdentity';
import { initNamespace } from './initNamespace';
import { networkPolicy } from './networkPolicy';
import { nodeLocal } from './nodeLocal';
import { resources } from './resources';
import { scaleToZero } from './scaleToZero';
import { schedulerAddress } from './schedulerAddress';
import { secretStore } from './secretStore';
import { spread } from './spread';
import { startupGrace } from './startupGrace';
import { tokenSecret } from './tokenSecret';
import type { OverlayContext, OverlayEntry, OverlaySubject } from './types';

export type {
  CaSource,
  HardenedIdentity,
  NetworkPolicyChoice,
  OverlayChoices,
  Quantities,
  Resources,
  SecretKey,
} from './choices';
export { recommendedResources } from './resources';
export type { OverlayContext } from './types';

/** Every entry there is, in the order of application. */
const entries: readonly OverlayEntry[] = [
  schedulerAddress,
  initNamespace,
  startupGrace,
  scaleToZero,
  secretStore,
  hardenedIdentity,
  tokenSecret,
  resources,
  nodeLocal,
  spread,
  disruptionBudget,
  networkPolicy,
];

/** Names of the entries that a plan needs. */
export function overlayFor(subject: OverlaySubject): string[] {
  return entries.filter(e => e.appliesTo(subject)).map(e => e.name);
}

/** The objects after the named entries. */
export function applyOverlay(
  names: readonly string[],
  objects: readonly KubeObject[],
  context: OverlayContext,
): KubeObject[] {
  return entries
    .filter(entry => names.includes(entry.name))
    .reduce<KubeObject[]>(
      (before, e) => e.apply(before, context),
      [...objects],
    );
}

/**
 * What goes wrong without an entry of the overlay, for people.
 *
 * @public
 */
export function overlayReason(name: string): string | undefined {
  return entries.find(entry => entry.name === name)?.why;
}
