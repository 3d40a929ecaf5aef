import type { KubeObject } from '../objects';
import type { Context } from './context';
import { object } from './objects';
import { CHART_NAME } from './releases';
import { configMapName, namespace } from './names';
import { quoted, unquoted } from './yamlText';

/** The pre-delete hook that removes the ConfigMap which the init container made. */
export function hookObjects(context: Context): KubeObject[] {
  const { name: release } = context.release;
  const name = `cm-remover-${release}`;
  const annotations = (weight: string, policy: string) => ({
    'helm.sh/hook-delete-policy': policy,
    'helm.sh/hook': 'pre-delete',
    'helm.sh/hook-weight': weight,
  });
  const both = 'before-hook-creation, hook-succeeded';
  return [
    object({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name,
        namespace: namespace(context),
        annotations: annotations('-6', both),
      },
    }),
    object({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: {
        name,
        namespace: namespace(context),
        annotations: annotations('-6', both),
      },
      rules: [
        {
          apiGroups: [''],
          resources: ['configmaps'],
          verbs: ['get', 'delete'],
        },
      ],
    }),
    object({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: {
        name,
        namespace: namespace(context),
        annotations: annotations('-5', both),
      },
      subjects: [{ kind: 'ServiceAccount', name }],
      roleRef: { kind: 'Role', name, apiGroup: 'rbac.authorization.k8s.io' },
    }),
    object({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `delete-cm-task-${release}`,
        labels: {
          'app.kubernetes.io/managed-by': 'Helm',
          'app.kubernetes.io/instance': release,
          'app.kubernetes.io/version': unquoted(
            context.chart.appVersion ?? '',
            'chartVersion',
          ),
          'helm.sh/chart': `${CHART_NAME}-${context.chart.version}`,
        },
        annotations: annotations('-4', 'hook-succeeded'),
      },
      spec: {
        restartPolicy: 'Never',
        serviceAccountName: name,
        containers: [
          {
            name: 'delete-cm',
            image: 'rancher/kubectl:v1.22.6',
            command: [
              'kubectl',
              '-n',
              quoted(context.release.namespace, 'namespace'),
              'delete',
              'cm',
              configMapName(context),
            ],
          },
        ],
      },
    }),
  ];
}

/**
 * Whether an object is a Helm hook, which is not applied with the rest.
 *
 * @public
 */
export function isHook(candidate: KubeObject): boolean {
  return candidate.metadata?.annotations?.['helm.sh/hook'] !== undefined;
}
