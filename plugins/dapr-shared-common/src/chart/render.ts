import type { KubeObject } from '../objects';
import { createContext, type RenderInput } from './context';
import { checkHead } from './head';
import { hookObjects } from './hooks';
import { supportingObjects } from './objects';
import { workload } from './workload';

/**
 * The objects that `helm template` prints for the official chart, hooks last,
 * in the same order. What the chart gets wrong is reproduced; `plan` avoids it.
 *
 * @throws RenderError where Helm refuses the values, with Helm's reason
 * @public
 */
export function render(input: RenderInput): KubeObject[] {
  const context = createContext(input);
  // Before the rest, so that a missing required value is told as Helm tells it.
  const workloads = workload(context);
  const objects = [
    ...supportingObjects(context),
    ...workloads,
    ...hookObjects(context),
  ];
  objects.forEach(checkHead);
  return objects;
}
