import type { ObjectIndex } from '../kube';
import { type ControlPlane, findControlPlane } from './controlPlane';

/** A cluster at one moment, as its controllers see it. */
export interface World {
  now: Date;
  objects: ObjectIndex;
  controlPlane: ControlPlane | undefined;
}

export function worldOf(objects: ObjectIndex, now: Date): World {
  return { now, objects, controlPlane: findControlPlane(objects) };
}
