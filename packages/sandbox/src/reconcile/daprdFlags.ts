interface FlagChange {
  /** First runtime version, among those whose tags were read, that has it. */
  since: string;
  added: readonly string[];
  removed?: readonly string[];
}

/**
 * The flags daprd takes, by release. daprd ends with code 2 at one it does not
 * know. Source: release tags 1.14.5, 1.15.7, 1.16.19, 1.17.13, 1.18.1 and
 * 1.18.3 of dapr/dapr, hidden and deprecated flags included.
 */
const changes: readonly FlagChange[] = [
  {
    since: '0.0.0',
    added:
      'actors-service allowed-origins app-channel-address app-health-check-path app-health-probe-interval app-health-probe-timeout app-health-threshold app-id app-max-concurrency app-port app-protocol app-ssl build-info components-path config control-plane-address control-plane-namespace control-plane-trust-domain dapr-block-shutdown-duration dapr-graceful-shutdown-seconds dapr-grpc-port dapr-http-max-request-size dapr-http-port dapr-http-read-buffer-size dapr-internal-grpc-listen-address dapr-internal-grpc-port dapr-listen-addresses dapr-public-listen-address dapr-public-port disable-builtin-k8s-secret-store enable-api-logging enable-app-health-check enable-metrics enable-mtls enable-profiling log-as-json log-level max-body-size metrics-listen-address metrics-port mode placement-host-address profile-port read-buffer-size reminders-service resources-path scheduler-host-address sentry-address unix-domain-socket version wait'.split(
        ' ',
      ),
  },
  {
    since: '1.16.0',
    added: [
      'app-binding-options-timeout',
      'scheduler-job-streams',
      'sentry-request-jwt-audiences',
    ],
  },
  { since: '1.17.0', added: ['disable-init-endpoints'] },
  {
    since: '1.18.0',
    added: ['actors-disseminate-timeout', 'log-file'],
    removed: ['app-binding-options-timeout'],
  },
  {
    since: '1.18.3',
    added: ['app-binding-options-timeout', 'hot-reload-reconcile-interval'],
  },
];

/** The first argument a runtime version does not know, without its dashes. */
export function unknownFlag(
  args: readonly string[],
  version: string,
): string | undefined {
  const known = new Set<string>();
  for (const { since, added, removed = [] } of changes) {
    if (!isAtLeast(version, since)) break;
    added.forEach(flag => known.add(flag));
    removed.forEach(flag => known.delete(flag));
  }
  return args
    .map(arg => /^--?([^=]+)/.exec(arg)?.[1])
    .find(flag => flag !== undefined && !known.has(flag));
}

/** Compares versions of three numbers. */
export function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map(text => text.split('.').map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
