import type { ApiObject } from '../kube';

/** What a simulated cluster is made of before anything is applied to it. */
export interface ClusterSpec {
  name: string;
  nodes: number;
  /** Version of Dapr's control plane; undefined where Dapr is not installed. */
  dapr?: string;
}

/** Deployments of Dapr's control plane and the port each listens at. */
const components = {
  'dapr-operator': 6500,
  'dapr-sentry': 50001,
  'dapr-placement-server': 50005,
  'dapr-scheduler-server': 50006,
  'dapr-sidecar-injector': 4000,
};

export function baseObjects(spec: ClusterSpec): ApiObject[] {
  const nodes = Array.from({ length: spec.nodes }, (_, index) => node(`node-${index}`)); // prettier-ignore
  return [...nodes, ...(spec.dapr ? controlPlane(spec.dapr) : [])];
}

function node(name: string): ApiObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux' },
    },
    spec: {},
    status: {
      capacity: { cpu: '8', memory: '32Gi', pods: '110' },
      allocatable: { cpu: '8', memory: '32Gi', pods: '110' },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        },
      ],
      nodeInfo: { kubeletVersion: 'v1.34.4', osImage: 'Sandbox' },
    },
  };
}

function controlPlane(version: string): ApiObject[] {
  const namespace = 'dapr-system';
  return [
    {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Configuration',
      metadata: { name: 'daprsystem', namespace },
      spec: {
        mtls: {
          enabled: true,
          workloadCertTTL: '24h',
          allowedClockSkew: '15m',
          controlPlaneTrustDomain: 'cluster.local',
          sentryAddress: 'dapr-sentry.dapr-system.svc.cluster.local:443',
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'dapr-scheduler-server', namespace },
      spec: {
        clusterIP: 'None',
        selector: { app: 'dapr-scheduler-server' },
        ports: [{ name: 'api', port: components['dapr-scheduler-server'] }],
      },
    },
    ...Object.entries(components).map(([app, containerPort]) => {
      const labels = {
        app,
        'app.kubernetes.io/name': 'dapr',
        'app.kubernetes.io/part-of': 'dapr',
        'app.kubernetes.io/version': version,
      };
      const image = `docker.io/daprio/${app.split('-')[1]}:${version}`;
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: app, namespace, labels },
        spec: {
          replicas: 1,
          selector: { matchLabels: { app } },
          template: {
            metadata: { labels },
            spec: {
              containers: [{ name: app, image, ports: [{ containerPort }] }],
            },
          },
        },
      };
    }),
  ];
}
