import type { ValueKey } from '../types';

/** Pods: where they run and what they carry. */
export const podKeys: readonly ValueKey[] = [
  {
    path: 'shared.scheduling.nodeSelector',
    type: { kind: 'map' },
    default: {},
    description: 'Node selector of the pods.',
  },
  {
    path: 'tolerations',
    type: { kind: 'list' },
    default: [
      {
        effect: 'NoSchedule',
        key: 'node-role.kubernetes.io/control-plane',
        operator: 'Exists',
      },
      {
        effect: 'NoSchedule',
        key: 'node-role.kubernetes.io/master',
        operator: 'Exists',
      },
    ],
    description: 'Tolerations of the pods.',
  },
  {
    path: 'affinity',
    type: { kind: 'object' },
    default: {},
    description: 'Affinity of the pods.',
  },
  {
    path: 'podAnnotations',
    type: { kind: 'map' },
    description: 'Annotations of the pods.',
    undocumented: true,
  },
  {
    path: 'podSecurityContext',
    type: { kind: 'object' },
    description: 'Security context of the pods.',
    undocumented: true,
  },
  {
    path: 'securityContext',
    type: { kind: 'object' },
    description: 'Security context of the container daprd.',
    undocumented: true,
  },
  {
    path: 'imagePullSecrets',
    type: { kind: 'list' },
    description: 'Pull secrets of the pods.',
    undocumented: true,
  },
];
