import type { Context } from './context';
import { daprdContainer } from './daprdContainer';
import { RenderError } from './error';
import { image } from './image';
import { selectorLabels } from './labels';
import { configMapName, serviceAccountName } from './names';
import { truthy } from './templateFunctions';

/** The pods of a release. */
export function podTemplate(context: Context): Record<string, unknown> {
  const appId = context.plain('shared.appId');
  return {
    metadata: {
      annotations: { 'dapr.io/app-id': appId, ...podAnnotations(context) },
      labels: { 'dapr.io/app-id': appId, ...selectorLabels(context) },
    },
    spec: {
      volumes: [identityToken(context), { name: 'shared-data', emptyDir: {} }],
      ...whereSet(context, 'imagePullSecrets', 'imagePullSecrets'),
      serviceAccountName: serviceAccountName(context),
      securityContext: context.get('podSecurityContext') ?? null,
      initContainers: [
        {
          name: 'shared-init-container',
          image: image(context, 'shared.initContainer.image'),
          args: ['init', `--config-map=${configMapName(context)}`],
        },
      ],
      containers: [daprdContainer(context)],
      ...whereSet(context, 'affinity', 'affinity'),
      ...whereSet(context, 'tolerations', 'tolerations'),
      ...whereSet(context, 'nodeSelector', 'shared.scheduling.nodeSelector'),
    },
  };
}

/** They stand in one map with the app id, so anything but a map is no YAML there. */
function podAnnotations(context: Context): object {
  const annotations = context.get('podAnnotations');
  if (!truthy(annotations)) return {};
  if (typeof annotations === 'object' && !Array.isArray(annotations)) {
    return annotations ?? {};
  }
  throw new RenderError('podAnnotations must be a map.');
}

function whereSet(
  context: Context,
  field: string,
  path: string,
): Record<string, unknown> {
  const value = context.get(path);
  return truthy(value) ? { [field]: value } : {};
}

function identityToken(context: Context): Record<string, unknown> {
  return {
    name: 'dapr-identity-token',
    projected: {
      defaultMode: 420,
      sources: [
        {
          serviceAccountToken: {
            audience: context.plain(
              'shared.daprd.serviceAccountIdentityToken.audience',
            ),
            expirationSeconds: 7200,
            path: 'token',
          },
        },
      ],
    },
  };
}
