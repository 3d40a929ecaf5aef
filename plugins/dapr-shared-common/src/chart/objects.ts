import type { KubeObject } from '../objects';
import type { Context } from './context';
import { RenderError } from './error';
import { labels, selectorLabels } from './labels';
import { fullName, namespace, serviceAccountName } from './names';
import { print } from './print';
import { orDefault, truthy } from './templateFunctions';
import { unquoted } from './yamlText';

/** Objects of a release other than the workload and the hooks, in Helm's order. */
export function supportingObjects(context: Context): KubeObject[] {
  return [
    ...serviceAccount(context),
    secret(context),
    ...clusterRoles(context),
    service(context),
  ];
}

function serviceAccount(context: Context): KubeObject[] {
  if (!truthy(context.get('shared.serviceAccount.create'))) return [];
  const annotations = context.get('shared.serviceAccount.annotations');
  return [
    object({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: serviceAccountName(context),
        labels: labels(context),
        ...(truthy(annotations) ? { annotations } : {}),
      },
    }),
  ];
}

function secret(context: Context): KubeObject {
  const token = (path: string) => {
    const value = context.get(path);
    if (typeof value !== 'string') {
      throw new RenderError(`${path} must be text; put it in quotes.`);
    }
    return base64(value);
  };
  const name = fullName(context);
  return object({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, labels: { app: name } },
    data: {
      'dapr-api-token': token('shared.daprd.token'),
      ...(truthy(context.get('shared.initContainer.token'))
        ? { 'app-api-token': token('shared.initContainer.token') }
        : {}),
    },
  });
}

function clusterRoles(context: Context): KubeObject[] {
  const roles = [
    { suffix: 'secret-reader', resource: 'secrets', verbs: ['get', 'list'] },
    {
      suffix: 'configmap-creator',
      resource: 'configmaps',
      verbs: ['create', 'get', 'delete'],
    },
  ].map(role => ({
    ...role,
    name: fullName(context, `-${role.suffix}`),
  }));
  return [
    ...roles.map(({ name, resource, verbs }) =>
      object({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name },
        rules: [{ apiGroups: [''], resources: [resource], verbs }],
      }),
    ),
    ...roles.map(({ name }) =>
      object({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name },
        subjects: [
          {
            kind: 'ServiceAccount',
            name: serviceAccountName(context),
            namespace: namespace(context),
          },
        ],
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name,
        },
      }),
    ),
  ];
}

/** The ports of the Service, whatever the values say. */
const servicePorts = [
  ['dapr-http', 3500],
  ['dapr-grpc', 50001],
  ['dapr-internal', 50002],
  ['dapr-metrics', 9090],
] as const;

function service(context: Context): KubeObject {
  return object({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: unquoted(`${context.text('shared.appId')}-dapr`, 'shared.appId'),
      labels: labels(context),
    },
    spec: {
      type: unquoted(
        print(orDefault(context.get('shared.service.type'), 'ClusterIP')),
        'shared.service.type',
      ),
      ports: servicePorts.map(([name, port]) => ({
        name,
        port,
        protocol: 'TCP',
        targetPort: port,
      })),
      selector: selectorLabels(context),
    },
  });
}

/** A template may print anything, so an object's fields are of no promised type. */
export function object(fields: Record<string, unknown>): KubeObject {
  return fields;
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes));
}
