import type { OverlayEntry } from './types';
import { mapPod, podLabels } from './workload';

/** Replicas on different nodes and zones. */
export const spread: OverlayEntry = {
  name: 'spread',
  why: 'Nothing keeps replicas apart: all of them may run on one node and leave with it. They are now spread over nodes and zones where there are any, and still scheduled where there are none.',
  appliesTo: ({ request: { overlay, strategy } }) =>
    strategy === 'deployment' && overlay?.spread === true,
  apply: objects => {
    const matchLabels = podLabels(objects);
    const constraint = (topologyKey: string) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels },
    });
    return mapPod(objects, pod => ({
      ...pod,
      topologySpreadConstraints: [
        constraint('kubernetes.io/hostname'),
        constraint('topology.kubernetes.io/zone'),
      ],
    }));
  },
};
