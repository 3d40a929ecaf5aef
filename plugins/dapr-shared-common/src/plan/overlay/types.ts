import type { KubeObject } from '../../objects';
import type { RuntimeFacts } from '../../runtime';
import type { PlanRequest } from '../types';

/** What decides whether an entry applies. */
export interface OverlaySubject {
  request: PlanRequest;
  runtime: RuntimeFacts;
}

/** Something that the chart's values cannot say, as a function of the rendered objects. */
export interface OverlayEntry {
  name: string;
  /** For the pull request: what goes wrong without it. */
  why: string;
  appliesTo(subject: OverlaySubject): boolean;
  apply(objects: readonly KubeObject[]): KubeObject[];
}
