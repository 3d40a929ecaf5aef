import { render } from '../chart';
import type { KubeObject } from '../objects';
import { applyOverlay } from './overlay';
import type { Plan } from './types';

/** What the chart makes of the plan's values. */
export function renderedObjects(plan: Plan): KubeObject[] {
  return render({
    chartVersion: plan.chart.version,
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
export function planObjects(plan: Plan): KubeObject[] {
  return applyOverlay(plan.overlay, renderedObjects(plan));
}
