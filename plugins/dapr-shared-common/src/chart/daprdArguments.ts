import type { Context } from './context';
import { RenderError } from './error';
import { print } from './print';
import { orDefault, truthy } from './templateFunctions';
import { unquotedItem } from './yamlText';

/** A flag of daprd, and the value it is given. */
type Flag = readonly [flag: string, path: string];

const BEFORE_APP: readonly Flag[] = [
  ['log-level', 'log.level'],
  ['log-as-json', 'log.json'],
  ['dapr-http-port', 'daprd.httpPort'],
  ['dapr-grpc-port', 'daprd.grpcPort'],
  ['dapr-internal-grpc-port', 'daprd.internalGrpcPort'],
  ['dapr-listen-addresses', 'daprd.listenAddresses'],
  ['dapr-public-port', 'daprd.publicPort'],
  ['dapr-graceful-shutdown-seconds', 'daprd.gracefulShutdownSeconds'],
];

const APP: readonly Flag[] = [
  ['app-id', 'appId'],
  ['app-port', 'remotePort'],
  ['app-protocol', 'daprd.app.protocol'],
];

/** Each is an `address` and a `port`. */
const CONTROL_PLANE: readonly Flag[] = [
  ['control-plane-address', 'controlPlane.operator'],
  ['placement-host-address', 'controlPlane.placementServer'],
  ['sentry-address', 'controlPlane.sentry'],
];

const AFTER_CONTROL_PLANE: readonly Flag[] = [
  ['enable-metrics', 'daprd.metrics.enabled'],
  ['metrics-port', 'daprd.metrics.port'],
  ['enable-mtls', 'daprd.mtls.enabled'],
  ['enable-api-logging', 'daprd.apiLogging.enabled'],
  ['app-channel-address', 'remoteURL'],
  ['config', 'daprd.config'],
];

/** Written only where app health checks are on. */
const APP_HEALTH: readonly Flag[] = [
  ['enable-app-health-check', 'daprd.appHealth.enabled'],
  ['app-health-check-path', 'daprd.appHealth.checkPath'],
  ['app-health-probe-interval', 'daprd.appHealth.probeInterval'],
  ['app-health-probe-timeout', 'daprd.appHealth.probeTimeout'],
  ['app-health-threshold', 'daprd.appHealth.threshold'],
];

/** Arguments of daprd, in the order of the chart. */
export function daprdArguments(context: Context): unknown[] {
  const get = (path: string) => context.get(`shared.${path}`);
  const flag =
    (value: (path: string) => string) =>
    ([name, path]: Flag) =>
      unquotedItem(`--${name}=${value(path)}`, `shared.${path}`);
  const printed = flag(path => print(get(path)));
  return [
    '/daprd',
    '--mode=kubernetes',
    ...BEFORE_APP.map(printed),
    ...APP.map(flag(path => print(required(path, get(path))))),
    ...CONTROL_PLANE.map(
      flag(path => `${print(get(`${path}.address`))}:${print(get(`${path}.port`))}`), // prettier-ignore
    ),
    ...AFTER_CONTROL_PLANE.map(printed),
    ...(truthy(get('daprd.appHealth.enabled'))
      ? APP_HEALTH.map(
          flag(path =>
            print(
              path === 'daprd.appHealth.checkPath'
                ? orDefault(get(path), '/healthz')
                : get(path),
            ),
          ),
        )
      : []),
  ];
}

/** `required`: fails for an absent value and an empty text, not for 0. */
function required(path: string, value: unknown): unknown {
  if (value !== undefined && value !== null && value !== '') return value;
  throw new RenderError(
    `.Values.shared.${path} is required: set shared.${path}.`,
  );
}
