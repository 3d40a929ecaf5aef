import { asRecord } from '../../objects';
import type { OverlayEntry } from './types';

/** An app's calls stay on its node. */
export const nodeLocal: OverlayEntry = {
  name: 'node-local',
  why: 'A DaemonSet alone does not keep calls on the node: its Service balances over all nodes. With internalTrafficPolicy Local it does; in return a node whose daprd is not ready has no Dapr.',
  appliesTo: ({ request: { overlay, strategy } }) =>
    strategy === 'daemonset' && overlay?.nodeLocal === true,
  apply: objects =>
    objects.map(object =>
      object.kind === 'Service'
        ? {
            ...object,
            spec: { ...asRecord(object.spec), internalTrafficPolicy: 'Local' },
          }
        : object,
    ),
};
