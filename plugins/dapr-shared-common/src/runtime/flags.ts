import {
  compareMinor,
  parseRuntimeVersion,
  type RuntimeVersion,
} from './version';

/**
 * Arguments that daprd takes, by the minor release that brought them. Source:
 * `daprd --help` of the releases 1.14.5 to 1.18.3, hidden and deprecated ones
 * included. None was taken away since.
 */
const flagRows: readonly { since: string; flags: readonly string[] }[] = [
  {
    since: '1.14.0',
    flags: [
      'actors-service',
      'allowed-origins',
      'app-channel-address',
      'app-health-check-path',
      'app-health-probe-interval',
      'app-health-probe-timeout',
      'app-health-threshold',
      'app-id',
      'app-max-concurrency',
      'app-port',
      'app-protocol',
      'app-ssl',
      'build-info',
      'components-path',
      'config',
      'control-plane-address',
      'control-plane-namespace',
      'control-plane-trust-domain',
      'dapr-block-shutdown-duration',
      'dapr-graceful-shutdown-seconds',
      'dapr-grpc-port',
      'dapr-http-max-request-size',
      'dapr-http-port',
      'dapr-http-read-buffer-size',
      'dapr-internal-grpc-listen-address',
      'dapr-internal-grpc-port',
      'dapr-listen-addresses',
      'dapr-public-listen-address',
      'dapr-public-port',
      'disable-builtin-k8s-secret-store',
      'enable-api-logging',
      'enable-app-health-check',
      'enable-metrics',
      'enable-mtls',
      'enable-profiling',
      'log-as-json',
      'log-level',
      'max-body-size',
      'metrics-listen-address',
      'metrics-port',
      'mode',
      'placement-host-address',
      'profile-port',
      'read-buffer-size',
      'reminders-service',
      'resources-path',
      'scheduler-host-address',
      'sentry-address',
      'unix-domain-socket',
      'version',
      'wait',
    ],
  },
  {
    since: '1.16.0',
    flags: ['scheduler-job-streams', 'sentry-request-jwt-audiences'],
  },
  { since: '1.17.0', flags: ['disable-init-endpoints'] },
  { since: '1.18.0', flags: ['actors-disseminate-timeout', 'log-file'] },
];

/** Arguments that came with patch releases; each is there from that patch of its minor on. */
const patchFlags: Readonly<Record<string, readonly string[]>> = {
  'app-binding-options-timeout': ['1.16.19', '1.17.13', '1.18.3'],
  'hot-reload-reconcile-interval': ['1.18.3'],
};

/**
 * Whether daprd of a version takes an argument. It ends with `unknown flag` at
 * one that it does not know, so that an unreadable version knows none.
 *
 * @param flag - without dashes
 * @public
 */
export function knowsFlag(version: string, flag: string): boolean {
  const asked = parseRuntimeVersion(version);
  if (!asked) return false;
  const row = flagRows.find(({ flags }) => flags.includes(flag));
  if (row) return reaches(asked, row.since);
  const patches = patchFlags[flag] ?? [];
  const own = patches.find(patch => sameMinor(asked, patch));
  if (own) return asked.patch >= (parseRuntimeVersion(own)?.patch ?? Infinity);
  const newest = patches.at(-1);
  return newest !== undefined && reaches(asked, newest);
}

function reaches(version: RuntimeVersion, since: string): boolean {
  const from = parseRuntimeVersion(since);
  return from !== undefined && compareMinor(version, from) >= 0;
}

function sameMinor(version: RuntimeVersion, other: string): boolean {
  const parsed = parseRuntimeVersion(other);
  return parsed !== undefined && compareMinor(version, parsed) === 0;
}
