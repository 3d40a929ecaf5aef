import type { ValueKey } from '../types';
import { flag, host, serviceLabel } from '../valueTypes';

/** The app, and how its daprd is spread. */
export const appKeys: readonly ValueKey[] = [
  {
    path: 'shared.appId',
    type: serviceLabel,
    required: true,
    description: "The app's Dapr id. The Service is named after it.",
    trap: 'Written without quotes by the chart, so that words YAML 1.1 reads as something else (123, on, yes, null) break. The Service `<appId>-dapr` allows at most 58 characters.',
  },
  {
    path: 'shared.remoteURL',
    type: host,
    description: 'Host at which daprd reaches the app.',
    trap: 'A host, not a URL: daprd puts scheme and port around it.',
  },
  {
    path: 'shared.remotePort',
    type: { kind: 'integer', minimum: 0, maximum: 65535 },
    default: 0,
    description: 'Port of the app. 0: the app only calls Dapr.',
  },
  {
    path: 'shared.strategy',
    type: { kind: 'string', enum: ['daemonset', 'deployment'] },
    default: 'daemonset',
    description: 'One daprd per node, or a number of replicas.',
    trap: 'Any other word renders no workload at all, without an error.',
  },
  {
    path: 'shared.deployment.replicas',
    type: { kind: 'integer', minimum: 1 },
    default: 1,
    description: 'Replicas, for strategy deployment.',
    trap: '0 is turned into 1: an instance cannot be scaled to nothing by values.',
  },
  {
    path: 'shared.log.level',
    type: {
      kind: 'string',
      enum: ['debug', 'info', 'warn', 'error', 'fatal'],
    },
    default: 'info',
    description: 'Log level of daprd.',
  },
  {
    path: 'shared.log.json',
    type: flag,
    default: true,
    description: 'Log as JSON.',
  },
];
