import { podTemplate } from './podShape';
import { closed, type Shape } from './shape';

const compared = {};
const managed = { as: 'managed' } as const;

/** Helm, Flux and Argo CD each write these two in their own way. */
const metadata: Shape = {
  fields: {
    name: managed,
    namespace: managed,
    uid: managed,
    resourceVersion: managed,
    generation: managed,
    creationTimestamp: managed,
    managedFields: managed,
    labels: {
      shape: {
        fields: {
          'app.kubernetes.io/instance': managed,
          'app.kubernetes.io/managed-by': managed,
        },
      },
    },
  },
};

function object(fields: Shape['fields']): Shape {
  return {
    fields: {
      ...fields,
      apiVersion: managed,
      kind: managed,
      metadata: { shape: metadata },
      status: managed,
    },
  };
}

function rollout(maxSurge: unknown, maxUnavailable: unknown) {
  const rollingUpdate = {
    fields: {
      maxSurge: { default: maxSurge },
      maxUnavailable: { default: maxUnavailable },
    },
  };
  return {
    shape: {
      fields: {
        type: { default: 'RollingUpdate' },
        rollingUpdate: { shape: rollingUpdate },
      },
    },
  };
}

const workload = {
  minReadySeconds: { default: 0 },
  revisionHistoryLimit: { default: 10 },
  template: { shape: podTemplate },
};

const rbacGroup = { default: 'rbac.authorization.k8s.io' };
const binding = object({
  subjects: { by: ['name'], shape: closed() },
  roleRef: { shape: closed({ apiGroup: rbacGroup }) },
});
const role = object({ rules: { as: 'set' } });

/** The kinds of which more is known than that what Git states should be so. */
export const objectShapes: Readonly<Record<string, Shape | undefined>> = {
  DaemonSet: object({
    spec: { shape: { fields: { ...workload, updateStrategy: rollout(0, 1) } } },
  }),
  Deployment: object({
    spec: {
      shape: {
        fields: {
          ...workload,
          paused: compared,
          progressDeadlineSeconds: { default: 600 },
          strategy: rollout('25%', '25%'),
        },
      },
    },
  }),
  Service: object({
    spec: {
      shape: {
        fields: {
          type: { default: 'ClusterIP' },
          internalTrafficPolicy: { default: 'Cluster' },
          externalTrafficPolicy: { default: 'Cluster' },
          clusterIP: managed,
          sessionAffinity: { default: 'None' },
          publishNotReadyAddresses: compared,
          externalIPs: { as: 'set' },
          selector: { shape: closed() },
          ports: {
            by: ['name', 'port'],
            shape: {
              fields: {
                port: compared,
                protocol: { default: 'TCP' },
                targetPort: { defaultFrom: ({ port }) => port },
              },
            },
          },
        },
      },
    },
  }),
  ServiceAccount: object({ automountServiceAccountToken: { default: true } }),
  Role: role,
  ClusterRole: role,
  RoleBinding: binding,
  ClusterRoleBinding: binding,
  // The API server keeps what is written there in `data`, encoded.
  Secret: object({
    data: { shape: closed() },
    stringData: managed,
    type: { default: 'Opaque' },
  }),
};

/** For every other kind. */
export const anyObject: Shape = object({});
