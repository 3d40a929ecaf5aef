import type { ValueKey } from '../types';
import {
  optionalLabel,
  flag,
  imageTag,
  optionalName,
  text,
} from '../valueTypes';

/** What stands beside the workload: ServiceAccount, Service, init container, names. */
export const releaseKeys: readonly ValueKey[] = [
  {
    path: 'shared.serviceAccount.create',
    type: flag,
    default: true,
    description: 'Create a ServiceAccount.',
  },
  {
    path: 'shared.serviceAccount.name',
    type: optionalName,
    default: '',
    description:
      'Name of the ServiceAccount; empty: the full name when created, else `default`.',
  },
  {
    path: 'shared.serviceAccount.annotations',
    type: { kind: 'map' },
    default: {},
    description: 'Annotations of the created ServiceAccount.',
  },
  {
    path: 'shared.service.type',
    type: {
      kind: 'string',
      enum: ['', 'ClusterIP', 'NodePort', 'LoadBalancer'],
    },
    default: 'ClusterIP',
    description: 'Type of the Service.',
  },
  {
    path: 'shared.initContainer.image.registry',
    type: text,
    default: 'docker.io/daprio',
    description: "Registry of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.name',
    type: text,
    default: 'dapr-shared',
    description: "Name of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.tag',
    type: imageTag,
    default: '0.0.15',
    description: "Tag of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.pullPolicy',
    type: { kind: 'string', enum: ['Always', 'IfNotPresent', 'Never'] },
    default: 'Always',
    description: 'Pull policy of the init container.',
    trap: 'Not used by the templates.',
  },
  {
    path: 'shared.initContainer.token',
    type: text,
    default: '',
    description: 'Written into the Secret as `app-api-token`.',
    trap: 'Nothing reads that key. Clear text in Git.',
  },
  {
    path: 'nameOverride',
    type: optionalLabel,
    description: "Replaces the chart's name in names and labels.",
    undocumented: true,
  },
  {
    path: 'fullnameOverride',
    type: optionalLabel,
    description: 'Replaces the full name. Must be unique in the cluster.',
    undocumented: true,
  },
];
