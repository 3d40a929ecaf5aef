import {
  type ClusterFacts,
  instanceSource,
  plan,
  type Plan,
  type PlanRequest,
} from 'backstage-plugin-dapr-shared-common';
import { layout } from './layout';

export const NAMESPACE = 'shop';

const target = { cluster: 'prod-eu', namespace: NAMESPACE };

const standard: ClusterFacts = {
  controlPlane: { namespace: 'dapr-system', trustDomain: 'cluster.local' },
};

const elsewhere: ClusterFacts = {
  controlPlane: { namespace: 'dapr', trustDomain: 'example.org', mtls: true },
  clusterDomain: 'k8s.example',
};

/** As a certificate looks; nobody's. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
${btoa('no certificate of anybody')}
-----END CERTIFICATE-----
`;

export interface PlanKind {
  title: string;
  request: PlanRequest;
  facts: ClusterFacts;
}

/** One app of each sort. */
export const planKinds: readonly PlanKind[] = [
  {
    title: 'on every node',
    request: {
      appId: 'orders',
      target,
      app: { port: 8080, protocol: 'http' },
      strategy: 'daemonset',
    },
    facts: standard,
  },
  {
    title: 'gRPC, 3 replicas',
    request: {
      appId: 'stock',
      target,
      app: { host: 'stock-grpc.shop', port: 50051, protocol: 'grpc' },
      strategy: 'deployment',
      replicas: 3,
      entityRef: 'component:default/stock',
    },
    facts: standard,
  },
  {
    title: 'caller only',
    request: {
      appId: 'nightly-report',
      target,
      app: { port: 0, protocol: 'http' },
      strategy: 'deployment',
    },
    facts: standard,
  },
  {
    title: 'TLS, another control plane',
    request: {
      appId: 'payments',
      target,
      app: { port: 8443, protocol: 'https' },
      strategy: 'deployment',
    },
    facts: elsewhere,
  },
  {
    title: 'scaled to zero, own images',
    request: {
      appId: 'thumbnails',
      target,
      app: { port: 8080, protocol: 'h2c', scaleToZero: true },
      strategy: 'deployment',
      images: {
        registry: 'registry.example/dapr',
        initContainer: { name: 'shared-init', tag: '2.0.0' },
        pullSecrets: ['registry-example'],
      },
      serviceAccount: 'thumbnails',
      configuration: 'tracing',
    },
    facts: standard,
  },
  {
    title: 'hardened, CA in Git',
    request: {
      appId: 'ledger',
      target,
      app: { port: 8080, protocol: 'http' },
      strategy: 'deployment',
      replicas: 2,
      overlay: {
        identity: { ca: { from: 'certificate', pem: CERTIFICATE } },
        tokenSecret: { name: 'ledger-dapr', key: 'token' },
        resources: 'recommended',
        spread: true,
        disruptionBudget: true,
        networkPolicy: { podLabels: { 'app.kubernetes.io/part-of': 'shop' } },
      },
    },
    facts: standard,
  },
  {
    title: 'hardened, on its node',
    request: {
      appId: 'edge-cache',
      target,
      app: { port: 8080, protocol: 'http' },
      strategy: 'daemonset',
      overlay: {
        identity: { ca: { from: 'config-map', name: 'dapr-ca' } },
        nodeLocal: true,
      },
    },
    facts: standard,
  },
  {
    title: 'hardened, CA by trust-manager',
    request: {
      appId: 'search',
      target,
      app: { port: 8080, protocol: 'http' },
      strategy: 'deployment',
      overlay: { identity: { ca: { from: 'bundle' } } },
    },
    facts: standard,
  },
];

/** Releases of the chart that are rendered. */
export const chartVersions = ['1.18.0', '1.16.0', '0.0.16'];

/** One of each minor release in support. */
export const runtimeVersions = ['1.18.3', '1.17.13', '1.16.19'];

/** A plan as the portal would make it, on a given release of the chart. */
export function planOf(
  { request, facts }: PlanKind,
  chartVersion: string,
  runtimeVersion: string,
): Plan {
  const { appId } = request;
  const source = instanceSource(layout, { ...target, appId });
  const chart = { ...request.chart, version: chartVersion };
  return plan({ ...request, runtimeVersion, source, chart }, facts);
}
