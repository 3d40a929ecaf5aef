import type { ClusterDto } from 'backstage-plugin-dapr-shared-common';
import { clusterLabel, clusterNote } from './clusters';

const known: ClusterDto = {
  name: 'prod-eu',
  title: 'Production EU',
  state: 'connected',
  controlPlane: { namespace: 'dapr-system', version: '1.18.3' },
  nodes: { ready: 2, total: 3 },
};
const without: ClusterDto = { ...known, controlPlane: null };
const unread: ClusterDto = {
  name: 'far',
  title: 'far',
  state: 'forbidden',
  message: 'It may not list daemonsets.',
};

describe('a cluster in the form', () => {
  it.each([
    [
      known,
      'Production EU · Dapr 1.18.3',
      'Dapr 1.18.3 in namespace dapr-system, 2 of 3 nodes ready.',
      false,
    ],
    [
      without,
      'Production EU · no Dapr control plane',
      'No Dapr control plane was found there.',
      true,
    ],
    [unread, 'far · does not let us read', 'It may not list daemonsets.', true],
  ])('%j is %s', (cluster, label, note, warning) => {
    expect(clusterLabel(cluster)).toBe(label);
    expect(clusterNote(cluster).text).toContain(note);
    expect(clusterNote(cluster).warning).toBe(warning);
  });
});
