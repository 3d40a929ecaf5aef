import type { KubeObject } from '../../objects';
import { schedulerAddress } from './schedulerAddress';
import { startupGrace } from './startupGrace';
import type { OverlayEntry, OverlaySubject } from './types';

/** Every entry there is, in the order of application. */
const entries: readonly OverlayEntry[] = [schedulerAddress, startupGrace];

/** Names of the entries that a plan needs. */
export function overlayFor(subject: OverlaySubject): string[] {
  return entries.filter(e => e.appliesTo(subject)).map(e => e.name);
}

/** The objects after the named entries. */
export function applyOverlay(
  names: readonly string[],
  objects: readonly KubeObject[],
): KubeObject[] {
  return entries
    .filter(entry => names.includes(entry.name))
    .reduce<KubeObject[]>((before, e) => e.apply(before), [...objects]);
}

/**
 * What goes wrong without an entry of the overlay, for people.
 *
 * @public
 */
export function overlayReason(name: string): string | undefined {
  return entries.find(entry => entry.name === name)?.why;
}
