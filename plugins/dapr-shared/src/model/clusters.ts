import type { ClusterDto } from 'backstage-plugin-dapr-shared-common';
import { clusterStateWords } from './words';

/** What a cluster has of Dapr, in a few words for a list. */
export function clusterLabel(cluster: ClusterDto): string {
  const { title, state, controlPlane } = cluster;
  if (controlPlane) return `${title} · Dapr ${controlPlane.version ?? 'of unknown version'}`; // prettier-ignore
  if (controlPlane === null) return `${title} · no Dapr control plane`;
  return `${title} · ${clusterStateWords[state]}`;
}

/** What somebody who chose a cluster should know of it, and whether it is bad news. */
export function clusterNote(cluster: ClusterDto): {
  text: string;
  warning: boolean;
} {
  const { state, controlPlane, nodes, message } = cluster;
  if (controlPlane === null) {
    return {
      text: 'No Dapr control plane was found there. An instance would wait for it for ever: ask the platform team to install Dapr first.',
      warning: true,
    };
  }
  if (!controlPlane) {
    return {
      text: `Whether Dapr runs there is not known: the cluster ${
        clusterStateWords[state]
      }. ${message ?? ''}`.trim(),
      warning: true,
    };
  }
  const parts = [
    `Dapr ${controlPlane.version ?? 'of unknown version'} in namespace ${
      controlPlane.namespace
    }`,
    nodes && `${nodes.ready} of ${nodes.total} nodes ready`,
    state !== 'connected' && clusterStateWords[state],
  ];
  return { text: `${parts.filter(Boolean).join(', ')}.`, warning: false };
}
