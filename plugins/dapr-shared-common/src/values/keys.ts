/**
 * What is known of one key of the chart's values.
 *
 * @public
 */
export interface ValueKey {
  /** Dotted path. */
  path: string;
  type: ValueType;
  /** Undefined where the chart has no default. */
  default?: unknown;
  /** The default of some chart versions, where it differs. */
  defaultOf?: Readonly<Record<string, unknown>>;
  required?: boolean;
  description: string;
  /** What goes wrong with it in practice. */
  trap?: string;
  /** In the templates, but not in the chart's own values.yaml. */
  undocumented?: boolean;
}

/** @public */
export type ValueType =
  | { kind: 'string'; enum?: readonly string[]; pattern?: string }
  | { kind: 'integer'; minimum?: number; maximum?: number; unit?: string }
  | { kind: 'boolean' }
  | { kind: 'map' }
  | { kind: 'object' }
  | { kind: 'list' };

const text: ValueType = { kind: 'string' };
const flag: ValueType = { kind: 'boolean' };
const port: ValueType = { kind: 'integer', minimum: 1, maximum: 65535 };

/**
 * Every key of the chart's values. Defaults are those of 1.16.0 unless
 * `defaultOf` says otherwise. Source: dapr/dapr-shared, values.yaml and
 * templates of chart 1.16.0; 1.18.0 differs in the runtime's tag alone.
 *
 * @public
 */
export const valueKeys: readonly ValueKey[] = [
  {
    path: 'shared.appId',
    type: {
      kind: 'string',
      pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$',
    },
    required: true,
    description: "The app's Dapr id. The Service is named after it.",
    trap: 'Written without quotes by the chart, so that words YAML 1.1 reads as something else (123, on, yes, null) break. The Service `<appId>-dapr` allows at most 58 characters.',
  },
  {
    path: 'shared.remoteURL',
    type: text,
    description: 'Host at which daprd reaches the app.',
    trap: 'A host, not a URL: daprd puts scheme and port around it.',
  },
  {
    path: 'shared.remotePort',
    type: { kind: 'integer', minimum: 0, maximum: 65535 },
    default: 0,
    description: 'Port of the app. 0: the app only calls Dapr.',
  },
  {
    path: 'shared.strategy',
    type: { kind: 'string', enum: ['daemonset', 'deployment'] },
    default: 'daemonset',
    description: 'One daprd per node, or a number of replicas.',
    trap: 'Any other word renders no workload at all, without an error.',
  },
  {
    path: 'shared.deployment.replicas',
    type: { kind: 'integer', minimum: 0 },
    default: 1,
    description: 'Replicas, for strategy deployment.',
    trap: '0 is turned into 1.',
  },
  {
    path: 'shared.log.level',
    type: {
      kind: 'string',
      enum: ['debug', 'info', 'warn', 'error', 'fatal'],
    },
    default: 'info',
    description: 'Log level of daprd.',
  },
  {
    path: 'shared.log.json',
    type: flag,
    default: true,
    description: 'Log as JSON.',
  },
  {
    path: 'shared.scheduler.address',
    type: text,
    default:
      'dapr-scheduler-server-0.dapr-scheduler-server.dapr-system.svc.cluster.local:50006',
    description: 'Address of the scheduler.',
    trap: 'Written as an environment variable that daprd ignores since 1.17.',
  },
  {
    path: 'shared.controlPlane.namespace',
    type: text,
    default: 'dapr-system',
    description: "Namespace of Dapr's control plane.",
    trap: 'Reaches daprd only: every address below, and the audience, must be changed with it.',
  },
  {
    path: 'shared.controlPlane.trustDomain',
    type: text,
    default: 'cluster.local',
    description: "Trust domain of Dapr's control plane.",
    trap: 'The audience must be changed with it.',
  },
  {
    path: 'shared.controlPlane.operator.address',
    type: text,
    default: 'dapr-api.dapr-system.svc.cluster.local',
    description: 'Host of the Dapr operator.',
  },
  {
    path: 'shared.controlPlane.operator.port',
    type: port,
    default: 80,
    description: 'Port of the Dapr operator; it serves 80 and 443.',
  },
  {
    path: 'shared.controlPlane.sentry.address',
    type: text,
    default: 'dapr-sentry.dapr-system.svc.cluster.local',
    description: 'Host of Sentry.',
  },
  {
    path: 'shared.controlPlane.sentry.port',
    type: port,
    default: 80,
    description: 'Port of Sentry.',
    trap: "Sentry's Service has no port 80 since Dapr 1.14: write 443.",
  },
  {
    path: 'shared.controlPlane.placementServer.address',
    type: text,
    default: 'dapr-placement-server.dapr-system.svc.cluster.local',
    description: 'Host of the placement service.',
  },
  {
    path: 'shared.controlPlane.placementServer.port',
    type: port,
    default: 50005,
    description: 'Port of the placement service.',
  },
  {
    path: 'shared.serviceAccount.create',
    type: flag,
    default: true,
    description: 'Create a ServiceAccount.',
  },
  {
    path: 'shared.serviceAccount.name',
    type: text,
    default: '',
    description:
      'Name of the ServiceAccount; empty: the full name when created, else `default`.',
  },
  {
    path: 'shared.serviceAccount.annotations',
    type: { kind: 'map' },
    default: {},
    description: 'Annotations of the created ServiceAccount.',
  },
  {
    path: 'shared.service.type',
    type: {
      kind: 'string',
      enum: ['', 'ClusterIP', 'NodePort', 'LoadBalancer'],
    },
    default: 'ClusterIP',
    description: 'Type of the Service.',
  },
  {
    path: 'shared.initContainer.image.registry',
    type: text,
    default: 'docker.io/daprio',
    description: "Registry of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.name',
    type: text,
    default: 'dapr-shared',
    description: "Name of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.tag',
    type: text,
    default: '0.0.15',
    description: "Tag of the init container's image.",
  },
  {
    path: 'shared.initContainer.image.pullPolicy',
    type: { kind: 'string', enum: ['Always', 'IfNotPresent', 'Never'] },
    default: 'Always',
    description: 'Pull policy of the init container.',
    trap: 'Not used by the templates.',
  },
  {
    path: 'shared.initContainer.token',
    type: text,
    default: '',
    description: 'Written into the Secret as `app-api-token`.',
    trap: 'Nothing reads that key. Clear text in Git.',
  },
  {
    path: 'shared.scheduling.nodeSelector',
    type: { kind: 'map' },
    default: {},
    description: 'Node selector of the pods.',
  },
  {
    path: 'shared.daprd.serviceAccountIdentityToken.audience',
    type: text,
    default: 'spiffe://cluster.local/ns/dapr-system/dapr-sentry',
    description: 'Audience of the token that Sentry checks.',
    trap: "Must follow the control plane's namespace and trust domain.",
  },
  {
    path: 'shared.daprd.app.protocol',
    type: {
      kind: 'string',
      enum: ['http', 'https', 'grpc', 'grpcs', 'h2c'],
    },
    default: 'http',
    description: 'Protocol daprd speaks to the app.',
  },
  {
    path: 'shared.daprd.token',
    type: text,
    default: '',
    description: 'API token that callers of daprd must show.',
    trap: 'Clear text in Git; there is no option for an existing Secret.',
  },
  {
    path: 'shared.daprd.httpPort',
    type: port,
    default: 3500,
    description: "Port of Dapr's HTTP API.",
    trap: 'The Service stays at 3500: another port here breaks it.',
  },
  {
    path: 'shared.daprd.grpcPort',
    type: port,
    default: 50001,
    description: "Port of Dapr's gRPC API.",
    trap: 'The Service stays at 50001: another port here breaks it.',
  },
  {
    path: 'shared.daprd.internalGrpcPort',
    type: port,
    default: 50002,
    description: 'Port for calls between daprds.',
    trap: 'The Service stays at 50002: another port here breaks it.',
  },
  {
    path: 'shared.daprd.publicPort',
    type: port,
    default: 3501,
    description: 'Port of health and metadata, used by the probes.',
  },
  {
    path: 'shared.daprd.gracefulShutdownSeconds',
    type: { kind: 'integer', minimum: -1, unit: 'seconds' },
    default: -1,
    description: 'Time to end open work at shutdown; -1: the default of daprd.',
  },
  {
    path: 'shared.daprd.listenAddresses',
    type: text,
    default: '0.0.0.0',
    description: 'Comma-separated addresses to listen on.',
  },
  {
    path: 'shared.daprd.config',
    type: text,
    default: '',
    description: 'Name of a Dapr Configuration.',
    trap: 'An argument only: Sentry reads the annotation `dapr.io/config`, which the chart does not write.',
  },
  {
    path: 'shared.daprd.image.registry',
    type: text,
    default: 'docker.io/daprio',
    description: "Registry of daprd's image.",
  },
  {
    path: 'shared.daprd.image.name',
    type: text,
    default: 'daprd',
    description: "Name of daprd's image.",
  },
  {
    path: 'shared.daprd.image.tag',
    type: text,
    default: '1.15.7',
    defaultOf: { '1.18.0': '1.18.0' },
    description: "Tag of daprd's image: the Dapr runtime version.",
    trap: '1.15 is out of support. Empty is valid only for charts with an appVersion (1.18.0).',
  },
  {
    path: 'shared.daprd.image.pullPolicy',
    type: { kind: 'string', enum: ['Always', 'IfNotPresent', 'Never'] },
    default: 'Always',
    description: 'Pull policy of daprd.',
  },
  {
    path: 'shared.daprd.metrics.enabled',
    type: flag,
    default: true,
    description: 'Serve Prometheus metrics.',
  },
  {
    path: 'shared.daprd.metrics.port',
    type: port,
    default: 9090,
    description: 'Port of the metrics.',
    trap: 'The Service stays at 9090. There are no scrape annotations.',
  },
  {
    path: 'shared.daprd.mtls.enabled',
    type: flag,
    default: false,
    description: 'mTLS between daprds.',
  },
  {
    path: 'shared.daprd.apiLogging.enabled',
    type: flag,
    default: true,
    description: 'Log calls of the Dapr API.',
  },
  {
    path: 'shared.daprd.appHealth.enabled',
    type: flag,
    default: false,
    description: 'Let daprd check the health of the app.',
  },
  {
    path: 'shared.daprd.appHealth.checkPath',
    type: text,
    default: '/healthz',
    description: 'Path of the health check.',
    trap: "The chart's documentation says `path`, its templates read `checkPath`.",
  },
  {
    path: 'shared.daprd.appHealth.probeInterval',
    type: { kind: 'integer', minimum: 1, unit: 'seconds' },
    default: 5,
    description: 'Time between health checks.',
  },
  {
    path: 'shared.daprd.appHealth.probeTimeout',
    type: { kind: 'integer', minimum: 1, unit: 'milliseconds' },
    default: 500,
    description: 'Time-out of a health check.',
  },
  {
    path: 'shared.daprd.appHealth.threshold',
    type: { kind: 'integer', minimum: 1 },
    default: 3,
    description: 'Failures in a row after which the app counts as unhealthy.',
  },
  {
    path: 'tolerations',
    type: { kind: 'list' },
    default: [
      {
        effect: 'NoSchedule',
        key: 'node-role.kubernetes.io/control-plane',
        operator: 'Exists',
      },
      {
        effect: 'NoSchedule',
        key: 'node-role.kubernetes.io/master',
        operator: 'Exists',
      },
    ],
    description: 'Tolerations of the pods.',
  },
  {
    path: 'affinity',
    type: { kind: 'object' },
    default: {},
    description: 'Affinity of the pods.',
  },
  {
    path: 'podAnnotations',
    type: { kind: 'map' },
    description: 'Annotations of the pods.',
    undocumented: true,
  },
  {
    path: 'podSecurityContext',
    type: { kind: 'object' },
    description: 'Security context of the pods.',
    undocumented: true,
  },
  {
    path: 'securityContext',
    type: { kind: 'object' },
    description: 'Security context of the container daprd.',
    undocumented: true,
  },
  {
    path: 'imagePullSecrets',
    type: { kind: 'list' },
    description: 'Pull secrets of the pods.',
    undocumented: true,
  },
  {
    path: 'nameOverride',
    type: text,
    description: "Replaces the chart's name in names and labels.",
    undocumented: true,
  },
  {
    path: 'fullnameOverride',
    type: text,
    description: 'Replaces the full name. Must be unique in the cluster.',
    undocumented: true,
  },
];
