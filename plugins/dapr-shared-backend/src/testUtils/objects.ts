import type { KubeObject } from 'backstage-plugin-dapr-shared-common';

interface Ref {
  namespace: string;
  appId: string;
}

const labelsOf = ({ appId }: Ref) => ({ 'dapr.io/app-id': appId });

/** The Deployment of an instance with one replica. */
export function daprd(
  options: Ref & { host?: string; port?: number; ready?: number },
): KubeObject {
  const { namespace, appId, host = appId, port = 8080, ready = 0 } = options;
  const args = [
    `--app-id=${appId}`,
    `--app-channel-address=${host}`,
    `--app-port=${port}`,
  ];
  const labels = labelsOf(options);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name: `${appId}-dapr`, uid: `${namespace}/${appId}`, generation: 1 }, // prettier-ignore
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            { name: 'daprd', image: 'daprio/daprd:1.18.3', command: ['/daprd'], args }, // prettier-ignore
          ],
        },
      },
    },
    status: { observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: ready, availableReplicas: ready }, // prettier-ignore
  };
}

/** A pod of it, with what its containers' statuses say. */
export function pod(
  options: Ref & {
    name: string;
    daprd?: Record<string, unknown>;
    inits?: Record<string, unknown>[];
    going?: boolean;
  },
): KubeObject {
  const { namespace, name, daprd: own = {}, inits = [], going } = options;
  const status = own.ready === true ? 'True' : 'False';
  return {
    kind: 'Pod',
    metadata: {
      namespace,
      name,
      labels: labelsOf(options),
      ...(going ? { deletionTimestamp: '2030-01-01T00:00:00Z' } : {}),
    },
    status: {
      conditions: [{ type: 'Ready', status }],
      initContainerStatuses: inits,
      containerStatuses: [{ name: 'daprd', ready: false, restartCount: 0, ...own }], // prettier-ignore
    },
  };
}

export function readyPod(options: Ref & { name: string }): KubeObject {
  return pod({ ...options, daprd: { ready: true } });
}
