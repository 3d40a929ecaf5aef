import { closed, type Shape } from './shape';

const compared = {};
const whole = { shape: closed() };

/** Source of these and all defaults here: kubernetes/pkg/apis/core/v1/defaults.go. */
const probe: Shape = closed({
  initialDelaySeconds: { default: 0 },
  periodSeconds: { default: 10 },
  timeoutSeconds: { default: 1 },
  successThreshold: { default: 1 },
  failureThreshold: { default: 3 },
  httpGet: {
    shape: closed({ path: { default: '/' }, scheme: { default: 'HTTP' } }),
  },
});

const env: Shape = closed({
  valueFrom: {
    shape: closed({
      fieldRef: { shape: closed({ apiVersion: { default: 'v1' } }) },
    }),
  },
});

const quantities = { shape: closed({}, 'quantity') };

/** Containers and init containers. */
export const container: Shape = {
  fields: {
    image: compared,
    command: compared,
    args: { as: 'args' },
    workingDir: compared,
    restartPolicy: compared,
    lifecycle: whole,
    env: { by: ['name'], shape: env },
    envFrom: { as: 'set' },
    ports: {
      by: ['name', 'containerPort'],
      shape: closed({ protocol: { default: 'TCP' } }),
    },
    volumeMounts: { by: ['mountPath'], shape: { fields: { name: compared, readOnly: compared, subPath: compared } } }, // prettier-ignore
    resources: { shape: closed({ limits: quantities, requests: quantities }) },
    securityContext: {
      // Without a word a process may gain privileges.
      shape: closed({ allowPrivilegeEscalation: { default: true } }),
    },
    livenessProbe: { shape: probe },
    readinessProbe: { shape: probe },
    startupProbe: { shape: probe },
    terminationMessagePath: { default: '/dev/termination-log' },
    terminationMessagePolicy: { default: 'File' },
  },
};
