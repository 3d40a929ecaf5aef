import type { CheckInput } from '../../input';
import {
  crashing,
  fatal,
  given,
  line,
  log,
  running,
  type PodState,
  type Setup,
} from '../live';
import type { Failure } from './types';

const seen = (
  name: string,
  lines: readonly string[],
  state: PodState | undefined = crashing(1),
  setup: Setup = {},
  known: Partial<CheckInput> = {},
): Failure => ({
  name,
  given: { '+ logs': given(state, { logs: [log(lines)], ...known }, setup) },
});
const ends = (name: string, message: string, setup?: Setup) =>
  seen(name, fatal(message), crashing(1), setup);
const sentry = (name: string, why: string, setup?: Setup) =>
  seen(
    name,
    [
      line('info', 'Fetching initial identity'),
      line('info', "Received signal 'terminated'; beginning shutdown"),
      line('fatal', `Fatal error from runtime: failed to retrieve the initial identity: error establishing connection to sentry: context canceled: connection error: desc = "transport: ${why}"`), // prettier-ignore
    ],
    running,
    setup,
  );
const answers = (name: string, status: string, why: string) =>
  ends(name, `failed to retrieve the initial identity: error from sentry SignCertificate: rpc error: code = ${status} desc = ${why}\nno X509 SVID available`); // prettier-ignore
const refuses = (name: string, why: string, setup?: Setup) =>
  ends(name, `failed to retrieve the initial identity: error from sentry SignCertificate: rpc error: code = PermissionDenied desc = ${why}\nno X509 SVID available`, setup); // prettier-ignore
const complains = (
  name: string,
  level: string,
  message: string,
  setup?: Setup,
) => ({
  name,
  given: {
    '+ logs': given(undefined, { logs: [log([line(level, message)])] }, setup),
  },
});
const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local' }; // prettier-ignore
/** Where the cluster's control plane is known too. */
const located = ({ name, given: { '+ logs': input } }: Failure): Failure => ({
  name,
  given: input
    ? { '+ logs': input, '+ logs + cluster': { ...input, controlPlane }, '+ logs, none in the cluster': { ...input, controlPlane: null } } // prettier-ignore
    : {},
});
const init = (kind: string, what: string, why: string) =>
  `process component x error: [${kind}]: initialization error occurred for ${what}: [${kind}]: initialization error occurred for ${what}: ${why}`;

export const lines: readonly Failure[] = [
  sentry('Sentry refuses on 443', 'Error while dialing: dial tcp 10.0.0.1:443: connect: connection refused'),
  sentry('Sentry unknown to DNS', 'Error while dialing: dial tcp: lookup dapr-sentry.dapr.svc.cluster.local on 10.0.0.10:53: no such host', { args: { 'sentry-address': 'dapr-sentry.dapr.svc.cluster.local:443' } }),
  located(sentry('Sentry unknown to DNS in a namespace that is not the control plane\'s', 'Error while dialing: dial tcp: lookup dapr-sentry.dapr.svc.cluster.local on 10.0.0.10:53: no such host', { args: { 'sentry-address': 'dapr-sentry.dapr.svc.cluster.local:443' }, env: { DAPR_CONTROLPLANE_NAMESPACE: 'dapr' } })),
  located(sentry('Sentry unknown to DNS, the address being right', 'Error while dialing: dial tcp: lookup dapr-sentry.dapr-system.svc.cluster.local on 10.96.0.10:53: no such host')),
  sentry('DNS fails', 'Error while dialing: dial tcp: lookup dapr-sentry.dapr-system.svc.cluster.local on 10.96.0.10:53: server misbehaving'),
  sentry('DNS times out', 'Error while dialing: dial tcp: lookup dapr-sentry.dapr-system.svc.cluster.local: i/o timeout'),
  sentry('another Service at the address of Sentry', 'authentication handshake failed: unexpected ID \\"spiffe://cluster.local/ns/dapr-system/dapr-operator\\"', { args: { 'sentry-address': 'dapr-api.dapr-system.svc.cluster.local:443' } }),
  sentry('Sentry is who the workload expects by now', 'authentication handshake failed: unexpected ID \\"spiffe://cluster.local/ns/dapr-system/dapr-sentry\\"'),
  sentry('Sentry is not who is expected, and the cluster alone knows who is', 'authentication handshake failed: unexpected ID \\"spiffe://cluster.local/ns/dapr-system/dapr-sentry\\"', { container: { env: [{ name: 'DAPR_CONTROLPLANE_NAMESPACE', valueFrom: { configMapKeyRef: { name: 'dapr', key: 'namespace' } } }, { name: 'DAPR_CONTROLPLANE_TRUST_DOMAIN', value: 'cluster.local' }] } }),
  sentry('pods still ask port 80', 'Error while dialing: dial tcp 10.0.0.1:80: connect: connection refused'),
  answers('Sentry restarts', 'Unavailable', 'connection error: desc = "transport: Error while dialing: dial tcp 10.0.0.1:443: connect: connection refused"'),
  answers('Sentry is slow', 'DeadlineExceeded', 'context deadline exceeded'),
  ends('Sentry does not answer in time', 'failed to retrieve the initial identity: error from sentry SignCertificate: context deadline exceeded'),
  answers('Sentry cannot sign', 'Internal', 'failed to sign certificate: x509: issuer key does not match'),
  answers('Sentry takes no such request', 'InvalidArgument', 'CSR is required'),
  refuses('identity token expired', 'invalid token: [invalid bearer token, service account token has expired]'),
  refuses('audience of pods from before the change', 'invalid token: [invalid bearer token, token audiences ["spiffe://other/ns/dapr-system/dapr-sentry"] is invalid for the target audiences ["dapr.io/sentry" "spiffe://cluster.local/ns/dapr-system/dapr-sentry"]]'),
  refuses('app id of pods from before the change', 'app-id mismatch. expected: orders, received: payments'),
  sentry('Sentry times out', 'Error while dialing: dial tcp 10.0.0.1:443: i/o timeout'),
  sentry('Sentry times out on port 80', 'Error while dialing: dial tcp 10.0.0.1:80: i/o timeout', { args: { 'sentry-address': 'dapr-sentry.dapr-system.svc.cluster.local:80' } }),
  sentry('no TLS at the port of Sentry', 'authentication handshake failed: tls: first record does not look like a TLS handshake'),
  sentry('certificate of Sentry expired', 'authentication handshake failed: x509svid: could not verify leaf certificate: x509: certificate has expired or is not yet valid: current time 2026-11-22T15:00:00Z is after 2026-11-21T00:00:00Z'),
  sentry('Sentry of another trust domain', 'authentication handshake failed: unexpected ID \\"spiffe://example.org/ns/dapr-system/dapr-sentry\\"'),
  sentry('Sentry of another namespace', 'authentication handshake failed: unexpected ID \\"spiffe://cluster.local/ns/dapr/dapr-sentry\\"'),
  refuses('Sentry may not review tokens', 'token review failed: tokenreviews.authentication.k8s.io is forbidden'),
  refuses('Sentry finds no Configuration', 'failed to get configuration', { annotations: { 'dapr.io/config': 'tracing' } }),
  refuses('Sentry finds no pod', 'failed to get pod of identity'),
  refuses('app id too long for Sentry', 'app ID must be 64 characters or less'),
  refuses('Sentry without Kubernetes', 'the requested validator is not enabled'),
  refuses('Sentry refuses otherwise', 'authentication failed'),
  refuses('app id is the name of the pod', 'app-id mismatch. expected: orders-x, received: orders', { annotations: { 'dapr.io/app-id': undefined } }),
  ends('trust anchors unreadable', 'failed to decode trust anchors: no certificates found'),
  ends('trust domain missing', 'control plane trust domain is required'),
  ends('NAMESPACE not set', "'NAMESPACE' environment variable not set"),
  ends('root', "current user UID(0) is root. Dapr must be run as a non-root user in Kubernetes environments."),
  ends('Configuration missing', 'error loading configuration: rpc error: code = Unknown desc = error getting configuration shop/tracing: Configuration.dapr.io "tracing" not found'),
  ends('Configuration unreadable', 'error loading configuration: rpc error: code = Unknown desc = error getting configuration shop/tracing: configurations.dapr.io is forbidden'),
  ends('Configuration invalid', 'error loading configuration: defaultAccess maybe can be either allow or deny', { args: { config: 'tracing' } }),
  ends('secret of a component missing', 'failed to load components: rpc error: code = Unknown desc = Secret "redis" not found'),
  ends('secret of a component forbidden', 'failed to load components: rpc error: code = Unknown desc = secrets "redis" is forbidden: User "system:serviceaccount:dapr-system:dapr-operator" cannot get resource'),
  ends('components not loaded', 'failed to load components: error deserializing component: unexpected end of JSON input'),
  ends('operator gone while loading', 'failed to load components: rpc error: code = Unavailable desc = connection error: connection refused'),
  ends('operator of another namespace', 'rpc error: code = PermissionDenied desc = identity does not match requested namespace exp=shop got=billing'),
  ends('operator unknown to DNS', 'context deadline exceeded: connection error: desc = "transport: Error while dialing: dial tcp: lookup dapr-api.dapr-system: no such host"'),
  ends('operator unknown to DNS, the address being right', 'context deadline exceeded: connection error: desc = "transport: Error while dialing: dial tcp: lookup dapr-api.dapr-system.svc.cluster.local on 10.96.0.10:53: no such host"'),
  ends('operator at a port that it does not have', 'context deadline exceeded', { args: { 'control-plane-address': 'dapr-api.dapr-system.svc.cluster.local:6500' } }),
  ends('operator not trusted', 'error creating operator client: context deadline exceeded: connection error: desc = "transport: authentication handshake failed: x509: certificate signed by unknown authority"'),
  ends('operator silent', 'context deadline exceeded'),
  ends('component type unknown', init('CREATE_COMPONENT_FAILURE', 'cache (state.rediss/v1)', "couldn't find state store state.rediss/v1")),
  ends('component type incorrect', 'process component cache error: incorrect type states.redis'),
  ends('component in time-out', init('INIT_COMPONENT_FAILURE', 'cache (state.redis/v1)', 'context deadline exceeded\ninit timeout for component cache (state.redis/v1)')),
  ends('component in time-out, told otherwise', 'process component cache error: init timeout for component cache (state.redis/v1)'),
  seen('component without its secret', [line('warning', "component cache references a secret store that isn't loaded: vault"), ...fatal(init('INIT_COMPONENT_FAILURE', 'cache (state.redis/v1)', 'redis store: password is missing'))]),
  ends('two actor state stores', 'process component b error: detected duplicate actor state store: a and b'),
  ends('name resolution fails', '[INIT_COMPONENT_FAILURE]: initialization error occurred for nameResolution: no IP address'),
  ends('actors cannot be initialised', '[INIT_FAILURE]: initialization error occurred for actors: no table'),
  ends('component with a password in its message', init('INIT_COMPONENT_FAILURE', 'db (state.postgresql/v2)', 'failed to connect to postgres://app:hunter2@db:5432/app: password=hunter2 rejected')),
  ends('port taken', 'failed to start internal gRPC server: listen tcp 0.0.0.0:50002: bind: address already in use'),
  seen('port taken, told before', [line('error', 'Failed to listen for gRPC server on TCP address 0.0.0.0:50001 with error: listen tcp 0.0.0.0:50001: bind: address already in use'), ...fatal('failed to start API gRPC server: could not listen on any endpoint')]),
  ends('port below 1024', 'listen tcp 0.0.0.0:80: bind: permission denied'),
  ends('listen address unknown', 'failed to start HTTP server: could not listen on any endpoint', { args: { 'dapr-listen-addresses': '10.9.9.9' } }),
  ends('app protocol unknown', "invalid value for 'app-protocol': tcp", { args: { 'app-protocol': 'tcp' } }),
  ends('app port is a port of daprd', "the 'dapr-http-port' argument value 3500 conflicts with 'app-port'"),
  ends('health check time-out', "value for 'health-probe-timeout' must be smaller than 'health-probe-interval'"),
  ends('port not a number', 'error parsing dapr-http-port flag: strconv.Atoi: parsing "x": invalid syntax'),
  ends('size not a quantity', "invalid value for 'max-body-size' option: quantities must match the regular expression"),
  seen('flag without a value', ['flag needs an argument: --app-id', 'Usage of daprd:'], crashing(2)),
  seen('flag with a wrong value', ['invalid argument "yes please" for "--enable-mtls" flag: strconv.ParseBool'], crashing(2)),
  seen('flags that cannot be parsed', [line('fatal', 'Failed to parse flags: nonsense')], crashing(1)),
  seen('another processor', ['exec /daprd: exec format error'], crashing(255)),
  seen('panic', [line('info', 'Fetching initial identity'), 'panic: runtime error: invalid memory address or nil pointer dereference', 'goroutine 1 [running]:'], crashing(2)),
  ends('an unknown end', 'the moon is full'),
  complains('secret not had', 'error', 'Error getting secret: rpc error: code = Unknown desc = secret redis not in vault'),
  complains('secret store not loaded', 'warning', "component cache references a secret store that isn't loaded: vault"),
  complains('variable not handed on', 'warning', "component cache references an env variable that isn't allowed: DAPR_API_TOKEN"),
  complains('resiliency invalid', 'error', 'Could not read resiliency policy fast: invalid duration "x", 5: time: missing unit'),
  complains('resiliency unparsable', 'error', 'Could not parse resiliency: yaml: line 3'),
  complains('resiliency not listed', 'error', 'Error listing resiliency policies: rpc error: code = Unavailable desc = gone'),
  complains('HTTP endpoints not loaded', 'warning', 'failed to load HTTP endpoints: rpc error: code = Unknown desc = forbidden'),
  complains('subscription does not start', 'error', 'Failed to start subscription for pubsub bus, topic orders: kafka: no brokers'),
  complains('topic not allowed', 'warning', "failed to subscribe to topics: subscription to topic 'orders' on pubsub 'bus' is not allowed"),
  complains('bindings not read', 'warning', 'failed to read from bindings: dial tcp: refused'),
  complains('one binding not read', 'error', 'error reading from input binding cron: no schedule'),
  complains('placement unknown to DNS', 'error', 'Failed to connect to placement service: failed to lookup addresses: lookup x: no such host. Retrying...'),
  complains('placement unknown to DNS, told with its name', 'error', 'Failed to connect to placement service: no addresses found. Retrying...', { args: { 'placement-host-address': 'dapr-placement-server.dapr-system.svc.cluster.local:50005,other:50005' } }),
  complains('scheduler unknown to DNS', 'error', 'Failed to connect to scheduler host: lookup dapr-scheduler-server-0.dapr-scheduler-server.dapr-system.svc.cluster.local: no such host'),
  complains('placement not trusted', 'error', 'Failed to connect to placement service: transport: authentication handshake failed: x509: unknown. Retrying...'),
  complains('scheduler times out', 'error', 'Failed to connect to scheduler host: i/o timeout', { args: { 'scheduler-host-address': 'scheduler:50006' } }),
  complains('app health check fails without a reason', 'warning', 'App entered un-healthy status', { args: { 'app-health-check-path': '/up' } }),
  complains('gRPC app called over HTTP', 'error', 'error: malformed HTTP response "\\x00\\x00"'),
  complains('HTTP app called over TLS', 'warning', 'http: server gave HTTP response to HTTPS client', { args: { 'app-protocol': 'https' } }),
  complains('gRPC app without TLS called with', 'warning', 'tls: first record does not look like a TLS handshake', { args: { 'app-protocol': 'grpcs' } }),
  complains('HTTP app called as gRPC', 'warning', 'error reading server preface: http2: frame too large', { args: { 'app-protocol': 'grpc' } }),
  complains('identity not renewed', 'error', 'Error renewing identity, trying again in 10 seconds: error establishing connection to sentry: refused'),
]; // prettier-ignore
