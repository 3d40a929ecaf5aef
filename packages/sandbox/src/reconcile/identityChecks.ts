import { asString, at } from 'backstage-plugin-dapr-shared-common';
import { connectionError } from './connectionError';
import { isAtLeast } from './daprdFlags';
import { type DaprdPod, flag } from './daprdPod';
import { exits, type Verdict, waiting } from './verdict';
import type { World } from './world';

/** Trust anchors, which the init container copies where the chart has one. */
export function trustAnchors(
  pod: DaprdPod,
  { objects, controlPlane }: World,
): Verdict | undefined {
  const entry = variable(pod, 'DAPR_TRUST_ANCHORS');
  const empty = exits('start', 'trust anchors are required');
  if (asString(at(entry, 'value'))) return undefined;
  const ref = at(entry, 'valueFrom', 'configMapKeyRef');
  const name = asString(at(ref, 'name'));
  if (!name) return empty;
  if (name === pod.writtenConfigMap) {
    // The init container writes empty values where it finds no trust bundle.
    return controlPlane ? undefined : empty;
  }
  const found = objects.get('ConfigMap', pod.namespace, name);
  const key = asString(at(ref, 'key')) ?? '';
  if (!found) {
    return { kind: 'config-error', why: `configmap "${name}" not found` };
  }
  const data = at(found, 'data', key);
  if (data === undefined) {
    return {
      kind: 'config-error',
      why: `couldn't find key ${key} in ConfigMap ${pod.namespace}/${name}`,
    };
  }
  return data === '' ? empty : undefined;
}

/** Sentry's address. daprd is silent about a wrong one: it waits. */
export function sentryAddress(
  pod: DaprdPod,
  { controlPlane }: World,
): Verdict | undefined {
  const address = flag(pod.args, 'sentry-address');
  if (!controlPlane) return waiting('identity', noIdentity(connectionError(address, ''))); // prettier-ignore
  const port = isAtLeast(controlPlane.version, '1.14.0') ? '443' : '80';
  const host = `dapr-sentry.${controlPlane.namespace}.svc`;
  return isAddress(address, host, [port])
    ? undefined
    : waiting('identity', noIdentity(connectionError(address, host)));
}

/** Names that Sentry's certificate is checked for. Defaults are daprd's own. */
export function sentryIdentity(
  pod: DaprdPod,
  { controlPlane }: World,
): Verdict | undefined {
  const value = (name: string) => asString(at(variable(pod, name), 'value'));
  const namespace = value('DAPR_CONTROLPLANE_NAMESPACE') ?? 'default';
  const trustDomain = value('DAPR_CONTROLPLANE_TRUST_DOMAIN') ?? 'localhost';
  return namespace === controlPlane?.namespace &&
    trustDomain === controlPlane.trustDomain
    ? undefined
    : waiting(
        'identity',
        noIdentity(
          `connection error: desc = "transport: authentication handshake failed: unexpected ID \\"spiffe://${controlPlane?.trustDomain}/ns/${controlPlane?.namespace}/dapr-sentry\\""`,
        ),
      );
}

/** What Sentry checks in the pod's token. */
export function tokenAudience(
  pod: DaprdPod,
  { controlPlane }: World,
): Verdict | undefined {
  if (!controlPlane) return undefined;
  const { trustDomain, namespace } = controlPlane;
  const accepted = [
    'dapr.io/sentry',
    `spiffe://${trustDomain}/ns/${namespace}/dapr-sentry`,
  ];
  return pod.audiences.some(audience => accepted.includes(audience))
    ? undefined
    : exits(
        'identity',
        notSigned(
          `invalid token: [invalid bearer token, token audiences [${quoted(
            pod.audiences,
          )}] is invalid for the target audiences [${quoted(accepted)}]]`,
        ),
      );
}

/** The app id that Sentry signs for is that of the pod's annotation, else the pod's name. */
export function appIdentity(pod: DaprdPod): Verdict | undefined {
  const expected = pod.annotations['dapr.io/app-id'] ?? pod.name;
  const received = flag(pod.args, 'app-id');
  return expected === received
    ? undefined
    : exits(
        'identity',
        notSigned(`app-id mismatch. expected: ${expected}, received: ${received}`), // prettier-ignore
      );
}

/** What daprd says of a Sentry that it cannot reach, once it is told to stop. */
function noIdentity(why: string): string {
  return `failed to retrieve the initial identity: error establishing connection to sentry: context canceled: ${why}`;
}

/** What daprd says of a Sentry that refuses it. */
function notSigned(why: string): string {
  return `failed to retrieve the initial identity: error from sentry SignCertificate: rpc error: code = PermissionDenied desc = ${why}\nno X509 SVID available`;
}

function quoted(texts: readonly string[]): string {
  return texts.map(text => `"${text}"`).join(' ');
}

function variable(pod: DaprdPod, name: string): unknown {
  return pod.env.find(entry => at(entry, 'name') === name);
}

/** Whether an address is `host:port`, with or without the cluster's domain. */
export function isAddress(
  address: string | undefined,
  host: string,
  ports: readonly string[],
): boolean {
  const [, found, port = ''] = /^(.*):(\d+)$/.exec(address ?? '') ?? [];
  return (
    (found === host || found === `${host}.cluster.local`) &&
    ports.includes(port)
  );
}
