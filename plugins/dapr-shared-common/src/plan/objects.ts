import { isHook, render } from '../chart';
import type { KubeObject } from '../objects';
import { chartFactsOf } from './chartVersion';
import { applyOverlay } from './overlay';
import type { Plan } from './types';

/** The parts of a plan that decide what runs. @public */
export type PlannedObjects = Pick<
  Plan,
  'chart' | 'releaseName' | 'target' | 'values' | 'overlay' | 'choices'
>;

/** What the chart makes of the plan's values. */
export function renderedObjects(plan: PlannedObjects): KubeObject[] {
  const { version } = plan.chart;
  return render({
    // A patch release that is not in the table is like the one that is.
    chartVersion: chartFactsOf(version)?.version ?? version,
    releaseName: plan.releaseName,
    namespace: plan.target.namespace,
    values: plan.values.data,
  });
}

/**
 * The objects a plan comes to on the cluster: the chart's, and the overlay
 * over them. Hooks are among them.
 *
 * @public
 */
export function planObjects(plan: PlannedObjects): KubeObject[] {
  return applyOverlay(plan.overlay, renderedObjects(plan), {
    choices: plan.choices ?? {},
    releaseName: plan.releaseName,
    namespace: plan.target.namespace,
  });
}

/**
 * Whether Helm must run the chart's hooks when the release is removed. Without
 * the ConfigMap that the hook deletes, it would fail, and the removal with it.
 *
 * @public
 */
export function needsHooks(plan: PlannedObjects): boolean {
  return planObjects(plan).some(isHook);
}
