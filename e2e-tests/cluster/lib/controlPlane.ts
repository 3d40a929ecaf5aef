import type { KubernetesObject } from '@kubernetes/client-node';
import { apply, type Cluster, namespace } from './client';
import { waitFor } from './waitFor';

const group = 'dapr.io';

// Of Dapr's own definition, what is written below.
const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        mtls: {
          type: 'object',
          properties: {
            enabled: { type: 'boolean' },
            controlPlaneTrustDomain: { type: 'string' },
          },
        },
      },
    },
  },
};

const configurations = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `configurations.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: {
      kind: 'Configuration',
      plural: 'configurations',
      singular: 'configuration',
    },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: schema },
      },
    ],
  },
};

const daprSystem = {
  apiVersion: `${group}/v1alpha1`,
  kind: 'Configuration',
  metadata: { name: 'daprsystem', namespace: 'dapr-system' },
  spec: { mtls: { enabled: true, controlPlaneTrustDomain: 'cluster.local' } },
};

const labels = { app: 'dapr-operator' };

const operator = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'dapr-operator',
    namespace: 'dapr-system',
    labels: { ...labels, 'app.kubernetes.io/version': '1.18.3' },
  },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        containers: [
          { name: 'dapr-operator', image: 'ghcr.io/dapr/operator:1.18.3' },
        ],
      },
    },
  },
};

const scheduler = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'dapr-scheduler-server', namespace: 'dapr-system' },
  spec: {
    clusterIP: 'None',
    selector: { app: 'dapr-scheduler-server' },
    ports: [{ name: 'api', port: 50006 }],
  },
};

/** As much of Dapr's control plane as the portal reads. */
export async function installControlPlane(cluster: Cluster): Promise<void> {
  const objects: KubernetesObject[] = [configurations, operator, scheduler];
  await apply(cluster, namespace('dapr-system'), ...objects);
  // The new kind is served a moment after its definition was taken.
  await waitFor(() => apply(cluster, daprSystem));
}
