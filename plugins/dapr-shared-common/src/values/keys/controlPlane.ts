import type { ValueKey } from '../types';
import { dnsLabel, host, port, text } from '../valueTypes';

/** Where Dapr's control plane is. */
export const controlPlaneKeys: readonly ValueKey[] = [
  {
    path: 'shared.scheduler.address',
    type: text,
    default:
      'dapr-scheduler-server-0.dapr-scheduler-server.dapr-system.svc.cluster.local:50006',
    description: 'Address of the scheduler.',
    trap: 'Written as an environment variable that daprd ignores since 1.17. Where it is empty the chart writes `dapr-system`, which is no address.',
  },
  {
    path: 'shared.controlPlane.namespace',
    type: dnsLabel,
    default: 'dapr-system',
    description: "Namespace of Dapr's control plane.",
    trap: 'Reaches daprd only: every address below, and the audience, must be changed with it.',
  },
  {
    path: 'shared.controlPlane.trustDomain',
    type: text,
    default: 'cluster.local',
    description: "Trust domain of Dapr's control plane.",
    trap: 'The audience must be changed with it.',
  },
  {
    path: 'shared.controlPlane.operator.address',
    type: host,
    default: 'dapr-api.dapr-system.svc.cluster.local',
    description: 'Host of the Dapr operator.',
  },
  {
    path: 'shared.controlPlane.operator.port',
    type: port,
    default: 80,
    description: 'Port of the Dapr operator; it serves 80 and 443.',
  },
  {
    path: 'shared.controlPlane.sentry.address',
    type: host,
    default: 'dapr-sentry.dapr-system.svc.cluster.local',
    description: 'Host of Sentry.',
  },
  {
    path: 'shared.controlPlane.sentry.port',
    type: port,
    default: 80,
    description: 'Port of Sentry.',
    trap: "Sentry's Service has no port 80 since Dapr 1.14: write 443.",
  },
  {
    path: 'shared.controlPlane.placementServer.address',
    type: host,
    default: 'dapr-placement-server.dapr-system.svc.cluster.local',
    description: 'Host of the placement service.',
  },
  {
    path: 'shared.controlPlane.placementServer.port',
    type: port,
    default: 50005,
    description: 'Port of the placement service.',
  },
];
