import { asRecord, type KubeObject } from '../objects';
import { type Context, labels, selectorLabels, truthy } from './context';
import { RenderError } from './error';
import { object } from './objects';
import { print, quoted, unquoted } from './scalar';

/** The DaemonSet or Deployment; none where the strategy is neither. */
export function workload(context: Context): KubeObject[] {
  const strategy = context.get('shared.strategy');
  if (strategy !== 'daemonset' && strategy !== 'deployment') return [];
  const replicas = context.get('shared.deployment.replicas');
  return [
    object({
      apiVersion: 'apps/v1',
      kind: strategy === 'daemonset' ? 'DaemonSet' : 'Deployment',
      metadata: { name: unquoted(context.fullName), labels: labels(context) },
      spec: {
        selector: { matchLabels: selectorLabels(context) },
        ...(strategy === 'deployment'
          ? { replicas: toInteger(truthy(replicas) ? replicas : 1) }
          : {}),
        template: podTemplate(context),
      },
    }),
  ];
}

/** The chart's own casts: digits count, anything else is 0. */
function toInteger(value: unknown): number {
  const number = Number(value);
  return Number.isFinite(number) ? Math.trunc(number) : 0;
}

/** Fails as the chart does where a value it needs is missing. */
function required(context: Context, path: string): string {
  const value = context.get(path);
  if (value === undefined || value === null || value === '') {
    throw new RenderError(`.Values.${path} is required`);
  }
  return print(value);
}

function podTemplate(context: Context): Record<string, unknown> {
  const appId = unquoted(context.text('shared.appId'));
  const optional = (field: string, path: string) => {
    const value = context.get(path);
    return truthy(value) ? { [field]: value } : {};
  };
  return {
    metadata: {
      annotations: {
        'dapr.io/app-id': appId,
        ...asRecord(context.get('podAnnotations')),
      },
      labels: { 'dapr.io/app-id': appId, ...selectorLabels(context) },
    },
    spec: {
      volumes: [
        {
          name: 'dapr-identity-token',
          projected: {
            defaultMode: 420,
            sources: [
              {
                serviceAccountToken: {
                  audience: unquoted(
                    context.text(
                      'shared.daprd.serviceAccountIdentityToken.audience',
                    ),
                  ),
                  expirationSeconds: 7200,
                  path: 'token',
                },
              },
            ],
          },
        },
        { name: 'shared-data', emptyDir: {} },
      ],
      ...optional('imagePullSecrets', 'imagePullSecrets'),
      serviceAccountName: unquoted(context.serviceAccountName),
      securityContext: context.get('podSecurityContext') ?? null,
      initContainers: [
        {
          name: 'shared-init-container',
          image: image(context, 'shared.initContainer.image'),
          args: ['init', `--config-map=${context.release.name}-shared-cm`],
        },
      ],
      containers: [daprd(context)],
      ...optional('affinity', 'affinity'),
      ...optional('tolerations', 'tolerations'),
      ...optional('nodeSelector', 'shared.scheduling.nodeSelector'),
    },
  };
}

function image(context: Context, path: string): unknown {
  const tag =
    context.text(`${path}.tag`) ||
    (path.includes('daprd') ? context.chart.appVersion ?? '' : '');
  return quoted(
    `${context.text(`${path}.registry`)}/${context.text(
      `${path}.name`,
    )}:${tag}`,
  );
}

function daprd(context: Context): Record<string, unknown> {
  const port = (name: string, path: string) => ({
    name,
    containerPort: unquoted(context.text(path)),
    protocol: 'TCP',
  });
  const probe = { httpGet: { path: '/v1.0/healthz', port: 'public-http' } };
  return {
    name: 'daprd',
    securityContext: context.get('securityContext') ?? null,
    image: image(context, 'shared.daprd.image'),
    imagePullPolicy: unquoted(context.text('shared.daprd.image.pullPolicy')),
    args: args(context).map(unquoted),
    env: environment(context),
    ports: [
      port('http', 'shared.daprd.httpPort'),
      port('grpc', 'shared.daprd.grpcPort'),
      port('internal-grpc', 'shared.daprd.internalGrpcPort'),
      port('public-http', 'shared.daprd.publicPort'),
      port('metrics', 'shared.daprd.metrics.port'),
    ],
    livenessProbe: probe,
    readinessProbe: probe,
    volumeMounts: [
      {
        mountPath: '/var/run/secrets/dapr.io/sentrytoken',
        name: 'dapr-identity-token',
        readOnly: true,
      },
    ],
  };
}

function args(context: Context): string[] {
  const text = (path: string) => context.text(`shared.${path}`);
  const address = (path: string) =>
    `${text(`controlPlane.${path}.address`)}:${text(
      `controlPlane.${path}.port`,
    )}`;
  const health = 'daprd.appHealth';
  return [
    '/daprd',
    '--mode=kubernetes',
    `--log-level=${text('log.level')}`,
    `--log-as-json=${text('log.json')}`,
    `--dapr-http-port=${text('daprd.httpPort')}`,
    `--dapr-grpc-port=${text('daprd.grpcPort')}`,
    `--dapr-internal-grpc-port=${text('daprd.internalGrpcPort')}`,
    `--dapr-listen-addresses=${text('daprd.listenAddresses')}`,
    `--dapr-public-port=${text('daprd.publicPort')}`,
    `--dapr-graceful-shutdown-seconds=${text('daprd.gracefulShutdownSeconds')}`,
    `--app-id=${required(context, 'shared.appId')}`,
    `--app-port=${required(context, 'shared.remotePort')}`,
    `--app-protocol=${required(context, 'shared.daprd.app.protocol')}`,
    `--control-plane-address=${address('operator')}`,
    `--placement-host-address=${address('placementServer')}`,
    `--sentry-address=${address('sentry')}`,
    `--enable-metrics=${text('daprd.metrics.enabled')}`,
    `--metrics-port=${text('daprd.metrics.port')}`,
    `--enable-mtls=${text('daprd.mtls.enabled')}`,
    `--enable-api-logging=${text('daprd.apiLogging.enabled')}`,
    `--app-channel-address=${text('remoteURL')}`,
    `--config=${text('daprd.config')}`,
    ...(truthy(context.get(`shared.${health}.enabled`))
      ? [
          `--enable-app-health-check=${text(`${health}.enabled`)}`,
          `--app-health-check-path=${
            text(`${health}.checkPath`) || '/healthz'
          }`,
          `--app-health-probe-interval=${text(`${health}.probeInterval`)}`,
          `--app-health-probe-timeout=${text(`${health}.probeTimeout`)}`,
          `--app-health-threshold=${text(`${health}.threshold`)}`,
        ]
      : []),
  ];
}

function environment(context: Context): Record<string, unknown>[] {
  const value = (path: string) => unquoted(context.text(`shared.${path}`));
  const field = (fieldPath: string) => ({ fieldRef: { fieldPath } });
  return [
    {
      name: 'DAPR_TRUST_ANCHORS',
      valueFrom: {
        configMapKeyRef: {
          name: unquoted(`${context.release.name}-shared-cm`),
          key: 'dapr-trust-anchors',
        },
      },
    },
    {
      name: 'DAPR_CONTROLPLANE_NAMESPACE',
      value: value('controlPlane.namespace'),
    },
    { name: 'DAPR_SCHEDULER_HOST_ADDRESS', value: value('scheduler.address') },
    {
      name: 'DAPR_API_TOKEN',
      valueFrom: {
        secretKeyRef: {
          name: unquoted(context.fullName),
          key: 'dapr-api-token',
        },
      },
    },
    {
      name: 'DAPR_CONTROLPLANE_TRUST_DOMAIN',
      value: value('controlPlane.trustDomain'),
    },
    { name: 'NAMESPACE', valueFrom: field('metadata.namespace') },
    { name: 'POD_NAME', valueFrom: field('metadata.name') },
  ];
}
