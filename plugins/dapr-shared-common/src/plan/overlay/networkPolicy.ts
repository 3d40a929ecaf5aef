import type { OverlayEntry } from './types';
import { podLabels } from './workload';

/** Only the namespace's own pods reach the Dapr API. */
export const networkPolicy: OverlayEntry = {
  name: 'network-policy',
  why: "daprd listens on every address, so that any pod of the cluster can act as this app. The NetworkPolicy lets only the app's namespace call the Dapr API; daprds of other apps and Prometheus still reach the ports meant for them.",
  appliesTo: ({ request: { overlay } }) => overlay?.networkPolicy !== undefined,
  apply: (objects, { choices, releaseName, namespace }) => {
    const labels = podLabels(objects);
    const callers = choices.networkPolicy?.podLabels;
    return [
      ...objects,
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `${releaseName}-daprd`, namespace, labels },
        spec: {
          podSelector: { matchLabels: labels },
          policyTypes: ['Ingress'],
          ingress: [
            {
              from: [{ podSelector: callers ? { matchLabels: callers } : {} }],
              ports: namedPorts('http', 'grpc'),
            },
            {
              from: [{ namespaceSelector: {} }],
              ports: namedPorts('internal-grpc', 'metrics'),
            },
          ],
        },
      },
    ];
  },
};

/** By the names the chart gives them, so that changed numbers change nothing. */
function namedPorts(...names: string[]) {
  return names.map(port => ({ protocol: 'TCP', port }));
}
