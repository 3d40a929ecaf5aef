import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { PodView } from '../podView';
import { startCause } from './containers';
import { creatingCause } from './creating';
import { imageCause } from './images';
import { initCause } from './init';
import { placeCause } from './pod';

/** What status and events of a pod tell by themselves; what daprd wrote comes after. */
export function statusCause(
  pod: PodView,
  seen: Circumstances,
): Cause | undefined {
  return (
    placeCause(pod, seen) ??
    imageCause(pod, seen) ??
    startCause(pod, seen) ??
    initCause(pod, seen) ??
    creatingCause(pod)
  );
}
