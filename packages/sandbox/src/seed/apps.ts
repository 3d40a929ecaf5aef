import type {
  KubeObject,
  OverlayChoices,
  Strategy,
} from 'backstage-plugin-dapr-shared-common';
import { daemonSetByHand, missingRedis, trustAnchors } from './objects';

/** An instance the sandbox starts with, and what is wrong with it. */
export interface SeededInstance {
  cluster: string;
  appId: string;
  strategy: Strategy;
  replicas?: number;
  /** What was asked for that the chart's values cannot say. */
  overlay?: OverlayChoices;
  /** Edits of its values.yaml, as people make them by hand. */
  edits?: readonly { path: string; value: unknown }[];
  /** Patches that people have added to its HelmRelease. */
  patches?: readonly { target: { kind: string; name: string }; patch: unknown }[]; // prettier-ignore
  /** Pods of the app itself. Default 2. */
  appReplicas?: number;
  /** What else the app's own repository deploys. */
  beside?: readonly KubeObject[];
}

/** Namespace of every seeded app. */
export const NAMESPACE = 'shop';

/** Port of every seeded app. */
export const APP_PORT = 8080;

/** Secret, made by hand on each cluster, that the hardened instance takes its API token from. */
export const TOKEN_SECRET = { name: 'dapr-api-token', key: 'token' };

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
  {
    // Its state store was never installed.
    cluster: 'prod-eu',
    appId: 'cart',
    strategy: 'deployment',
    beside: [missingRedis('cart', NAMESPACE)],
  },
  {
    // The port of the container in a colleague's compose file.
    cluster: 'prod-eu',
    appId: 'search',
    strategy: 'deployment',
    edits: [{ path: 'shared.remotePort', value: 3000 }],
  },
  {
    // Less memory than daprd needs to start.
    cluster: 'prod-eu',
    appId: 'pricing',
    strategy: 'deployment',
    overlay: { resources: { limits: { memory: '32Mi' } } },
  },
  {
    // Installed by hand once, and then again by pull request.
    cluster: 'prod-eu',
    appId: 'notifications',
    strategy: 'deployment',
    beside: daemonSetByHand('notifications', NAMESPACE, APP_PORT),
  },
  {
    // All that can be asked for, and nothing wrong.
    cluster: 'prod-eu',
    appId: 'loyalty',
    strategy: 'deployment',
    replicas: 2,
    overlay: {
      identity: { ca: { from: 'config-map', name: 'dapr-trust-anchors' } },
      secretStore: 'disabled',
      tokenSecret: TOKEN_SECRET,
      resources: 'recommended',
      spread: true,
      disruptionBudget: true,
      networkPolicy: {},
    },
    beside: [trustAnchors('dapr-trust-anchors', NAMESPACE)],
  },
  {
    // An argument of Dapr 1.18 with the daprd of 1.17.
    cluster: 'staging',
    appId: 'shipping',
    strategy: 'deployment',
    patches: [
      {
        target: { kind: 'Deployment', name: 'shipping-.*' },
        patch: [
          {
            op: 'add',
            path: '/spec/template/spec/containers/0/args/-',
            value: '--actors-disseminate-timeout=30s',
          },
        ],
      },
    ],
  },
  {
    // Tidied up by somebody: its init container may write no ConfigMap.
    cluster: 'staging',
    appId: 'reviews',
    strategy: 'deployment',
    patches: [
      {
        target: { kind: 'ClusterRoleBinding', name: '.*-configmap-creator' },
        patch: [{ op: 'replace', path: '/subjects', value: [] }],
      },
    ],
  },
];
