import { asStringMap, at, type KubeObject } from '../objects';
import type { Workload } from './types';

/**
 * The pods of a workload, by its selector. The chart's clean-up pod carries
 * the same instance label, but is nobody's replica.
 *
 * @public
 */
export function podsOf(
  workload: Workload,
  namespace: string,
  pods: readonly KubeObject[],
): KubeObject[] {
  const selector = Object.entries(workload.selector);
  if (selector.length === 0) return [];
  return pods.filter(pod => {
    const metadata = at(pod, 'metadata');
    const labels = asStringMap(at(metadata, 'labels'));
    return (
      at(metadata, 'namespace') === namespace &&
      selector.every(([key, value]) => labels[key] === value) &&
      at(metadata, 'annotations', 'helm.sh/hook') === undefined
    );
  });
}
