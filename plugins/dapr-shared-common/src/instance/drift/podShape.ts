import { container } from './containerShape';
import { closed, type Shape } from './shape';

const compared = {};
const whole = { shape: closed() };
const mode = { shape: closed({ defaultMode: { default: 0o644 } }) };

const volume: Shape = closed({
  configMap: mode,
  secret: mode,
  downwardAPI: mode,
  projected: {
    shape: closed({
      defaultMode: { default: 0o644 },
      sources: {
        shape: closed({
          serviceAccountToken: {
            shape: closed({ expirationSeconds: { default: 3600 } }),
          },
        }),
      },
    }),
  },
});

const podSpec: Shape = {
  fields: {
    containers: { by: ['name'], shape: container },
    initContainers: { by: ['name'], shape: container },
    volumes: { by: ['name'], shape: volume },
    serviceAccountName: { default: 'default' },
    automountServiceAccountToken: { default: true },
    enableServiceLinks: { default: true },
    imagePullSecrets: { as: 'set' },
    nodeSelector: whole,
    nodeName: compared,
    affinity: whole,
    tolerations: { as: 'set' },
    topologySpreadConstraints: { as: 'set' },
    priorityClassName: compared,
    runtimeClassName: compared,
    schedulerName: { default: 'default-scheduler' },
    securityContext: whole,
    hostNetwork: compared,
    hostPID: compared,
    hostIPC: compared,
    hostAliases: { as: 'set' },
    dnsPolicy: { default: 'ClusterFirst' },
    dnsConfig: whole,
    restartPolicy: { default: 'Always' },
    terminationGracePeriodSeconds: { default: 30 },
  },
};

/**
 * Of labels and annotations the stated ones count; tools add theirs (a restart
 * by kubectl is an annotation). Dapr's change what daprd is, so they count.
 */
export const podTemplate: Shape = {
  fields: {
    spec: { shape: podSpec },
    metadata: {
      shape: {
        fields: {
          annotations: {
            shape: {
              fields: {
                'dapr.io/app-id': compared,
                'dapr.io/config': compared,
                'dapr.io/enabled': compared,
              },
            },
          },
        },
      },
    },
  },
};
