import type { KubeObject } from '../../objects';
import type { RuntimeFacts } from '../../runtime';
import type { PlanRequest } from '../types';
import type { OverlayChoices } from './choices';

/** What decides whether an entry applies. */
export interface OverlaySubject {
  request: PlanRequest;
  runtime: RuntimeFacts;
  /** Where the values say that Dapr's control plane runs. */
  controlPlaneNamespace: string;
  /** Whether the cluster has Dapr's scheduler; undefined where that is not known. */
  hasScheduler?: boolean;
  /** Whether the plan's daprd takes an argument; it ends at one that it does not know. */
  knowsFlag(flag: string): boolean;
}

/** What an entry needs beside the objects. */
export interface OverlayContext {
  choices: OverlayChoices;
  releaseName: string;
  namespace: string;
}

/** Something that the chart's values cannot say, as a function of the rendered objects. */
export interface OverlayEntry {
  name: string;
  /** For the pull request: what goes wrong without it, and what it costs. */
  why: string;
  appliesTo(subject: OverlaySubject): boolean;
  apply(objects: readonly KubeObject[], context: OverlayContext): KubeObject[];
}
