import type { OverlayEntry } from './types';
import { podLabels } from './workload';

/** A drain takes one replica at a time. */
export const disruptionBudget: OverlayEntry = {
  name: 'disruption-budget',
  why: 'A node drain may evict every replica at once. With the PodDisruptionBudget it takes one at a time.',
  appliesTo: ({ request: { overlay, strategy } }) =>
    strategy === 'deployment' && overlay?.disruptionBudget === true,
  apply: (objects, { releaseName, namespace }) => {
    const labels = podLabels(objects);
    return [
      ...objects,
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: `${releaseName}-daprd`, namespace, labels },
        spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
      },
    ];
  },
};
