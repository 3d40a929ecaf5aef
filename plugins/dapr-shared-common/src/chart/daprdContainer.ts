import type { Context } from './context';
import { daprdArguments } from './daprdArguments';
import { image } from './image';
import { configMapName, fullName } from './names';
import { print } from './print';
import { orDefault } from './templateFunctions';
import { unquoted } from './yamlText';

const PROBE = { httpGet: { path: '/v1.0/healthz', port: 'public-http' } };

/** The container `daprd`. */
export function daprdContainer(context: Context): Record<string, unknown> {
  const port = (name: string, path: string) => ({
    name,
    containerPort: context.plain(path),
    protocol: 'TCP',
  });
  return {
    name: 'daprd',
    securityContext: context.get('securityContext') ?? null,
    image: image(context, 'shared.daprd.image', context.chart.appVersion ?? ''),
    imagePullPolicy: context.plain('shared.daprd.image.pullPolicy'),
    args: daprdArguments(context),
    env: environment(context),
    ports: [
      port('http', 'shared.daprd.httpPort'),
      port('grpc', 'shared.daprd.grpcPort'),
      port('internal-grpc', 'shared.daprd.internalGrpcPort'),
      port('public-http', 'shared.daprd.publicPort'),
      port('metrics', 'shared.daprd.metrics.port'),
    ],
    livenessProbe: { ...PROBE },
    readinessProbe: { ...PROBE },
    volumeMounts: [
      {
        mountPath: '/var/run/secrets/dapr.io/sentrytoken',
        name: 'dapr-identity-token',
        readOnly: true,
      },
    ],
  };
}

function environment(context: Context): Record<string, unknown>[] {
  // The template falls back to one word for both, an address or not.
  const orSystem = (path: string) =>
    unquoted(print(orDefault(context.get(path), 'dapr-system')), path);
  const from = (name: string, source: Record<string, unknown>) => ({
    name,
    valueFrom: source,
  });
  return [
    from('DAPR_TRUST_ANCHORS', {
      configMapKeyRef: {
        name: configMapName(context),
        key: 'dapr-trust-anchors',
      },
    }),
    {
      name: 'DAPR_CONTROLPLANE_NAMESPACE',
      value: orSystem('shared.controlPlane.namespace'),
    },
    {
      name: 'DAPR_SCHEDULER_HOST_ADDRESS',
      value: orSystem('shared.scheduler.address'),
    },
    from('DAPR_API_TOKEN', {
      secretKeyRef: { name: fullName(context), key: 'dapr-api-token' },
    }),
    {
      name: 'DAPR_CONTROLPLANE_TRUST_DOMAIN',
      value: context.plain('shared.controlPlane.trustDomain'),
    },
    from('NAMESPACE', { fieldRef: { fieldPath: 'metadata.namespace' } }),
    from('POD_NAME', { fieldRef: { fieldPath: 'metadata.name' } }),
  ];
}
