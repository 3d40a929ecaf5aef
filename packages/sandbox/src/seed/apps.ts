import type { Strategy } from 'backstage-plugin-dapr-shared-common';

/** An instance the sandbox starts with, and what is wrong with it. */
export interface SeededInstance {
  cluster: string;
  appId: string;
  strategy: Strategy;
  replicas?: number;
  /** Edits of its values.yaml, as people make them by hand. */
  edits?: readonly { path: string; value: unknown }[];
  /** Pods of the app itself. Default 2. */
  appReplicas?: number;
}

/** Namespace of every seeded app. */
export const NAMESPACE = 'shop';

/** Port of every seeded app. */
export const APP_PORT = 8080;

export const seededInstances: readonly SeededInstance[] = [
  { cluster: 'prod-eu', appId: 'orders', strategy: 'daemonset' },
  {
    // Copied from an old README: Sentry's port 80 is gone since Dapr 1.14.
    cluster: 'prod-eu',
    appId: 'checkout',
    strategy: 'deployment',
    replicas: 2,
    edits: [{ path: 'shared.controlPlane.sentry.port', value: 80 }],
  },
  { cluster: 'staging', appId: 'checkout', strategy: 'deployment' },
  {
    // A patch release that was never made.
    cluster: 'staging',
    appId: 'payments',
    strategy: 'deployment',
    edits: [{ path: 'shared.daprd.image.tag', value: '1.17.99' }],
  },
  {
    // Scaled to zero: nothing listens behind its Service.
    cluster: 'prod-eu',
    appId: 'inventory',
    strategy: 'deployment',
    appReplicas: 0,
  },
  {
    // The trust domain of another cluster.
    cluster: 'staging',
    appId: 'catalog',
    strategy: 'deployment',
    edits: [
      {
        path: 'shared.daprd.serviceAccountIdentityToken.audience',
        value: 'spiffe://other.local/ns/dapr-system/dapr-sentry',
      },
    ],
  },
];
