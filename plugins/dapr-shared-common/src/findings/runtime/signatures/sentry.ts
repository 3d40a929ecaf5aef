import * as codes from '../../codes/runtime';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import {
  asksPort80,
  sentryAddress,
  sentryPortClosed,
  unknownHost,
} from '../facts/sentry';
import { otherIdentity } from '../facts/controlPlane';
import { restartFix } from '../facts/fixes';
import { acceptsToken, AUDIENCE_KEY } from '../facts/tokenFacts';
import { firstLine, innermost, type Signature } from './signature';

const START_SENTRY =
  'Check that dapr-sentry runs in the control plane namespace, and is ready.';

/** Answers of Sentry to a request that it will not take another time either. */
const REFUSALS = /^(PermissionDenied|Unauthenticated|InvalidArgument|FailedPrecondition|NotFound)$/; // prettier-ignore

/** Connections to Sentry that came to nothing; daprd says so only when it is told to stop. */
export const sentryConnection: readonly Signature[] = [
  {
    pattern:
      /connection to sentry: .*unexpected ID \\?"spiffe:\/\/([^/"\\]+)\/ns\/([^/"\\]+)\/([^/"\\]+)/s,
    explain: ([, trustDomain, namespace, name], seen) =>
      name === 'dapr-sentry'
        ? otherIdentity(seen, { trustDomain, namespace })
        : {
            code: codes.sentryOtherIdentity,
            cause: `Waiting for Sentry: what answers at ${sentryAddress(
              seen,
            )} is ${name}.`,
            fix: 'Let shared.controlPlane.sentry.address lead to the Service dapr-sentry.',
          },
  },
  {
    pattern:
      /connection to sentry: .*(?:expired or is not yet valid|has expired)/s,
    explain: () => ({
      code: codes.certificateExpired,
      cause: 'Sentry shows a certificate that is expired or not valid yet.',
    }),
  },
  {
    pattern:
      /connection to sentry: .*(?:unknown authority|could not verify leaf|x509)/s,
    explain: () => ({
      code: codes.sentryOtherCa,
      cause: "Sentry's certificate is from another CA than the trust anchors of these pods.", // prettier-ignore
    }),
  },
  {
    pattern: /connection to sentry: .*lookup (\S+?)(?: on \S+)?: no such host/s,
    explain: ([, host], seen) => unknownHost(seen, host),
  },
  {
    pattern: /connection to sentry: .*lookup (\S+?)(?: on \S+)?: ([^\n"]*)/s,
    explain: ([, host, why]) => ({
      code: codes.sentryUnreachable,
      cause: `Waiting for Sentry: the DNS of the cluster fails to look up ${host}: ${firstLine(
        why,
      )}.`,
      fix: 'Check that the DNS of the cluster (kube-dns in namespace kube-system) runs, and that network policies let the namespace reach it on port 53.',
    }),
  },
  {
    pattern:
      /connection to sentry: .*first record does not look like a TLS handshake/s,
    explain: (_, seen) => ({
      code: codes.sentryUnreachable,
      cause: `What answers at ${sentryAddress(
        seen,
      )} is not Sentry: it does not speak TLS.`,
      fix: `${setPort(
        seen,
      )}Let shared.controlPlane.sentry.address lead to the Service dapr-sentry, and nothing between end TLS.`,
    }),
  },
  {
    pattern:
      /connection to sentry: .*dial tcp \S*?:(\d+): connect: connection refused/s,
    explain: ([, port], seen) =>
      asksPort80(seen) || (port === '80' && !seen.input.controlPlane)
        ? sentryPortClosed(seen)
        : {
            code: codes.sentryUnreachable,
            cause: `Sentry refuses connections at ${sentryAddress(seen)}.`,
            fix: `${setPort(seen)}${START_SENTRY}`,
          },
  },
  {
    pattern: /connection to sentry: /,
    explain: (_, seen): Cause =>
      asksPort80(seen)
        ? {
            code: codes.sentryPort80,
            cause: 'Sentry does not answer at port 80, which is closed since Dapr 1.14.', // prettier-ignore
          }
        : {
            code: codes.sentryUnreachable,
            cause: `Sentry does not answer at ${sentryAddress(seen)}.`,
            fix: `${START_SENTRY} Let network policies of both namespaces allow the connection, and shared.controlPlane.sentry.address lead to the Service dapr-sentry.`,
          },
  },
];

/** What Sentry answers to a request that it refuses. */
export const sentryAnswers: readonly Signature[] = [
  {
    pattern: /app-id mismatch\. expected: (\S+), received: (\S+)/,
    explain: ([, expected, received], seen) => ({
      code: codes.appIdMismatch,
      cause: `daprd says that it is ${received}, but its pod is ${expected}.`,
      fix: sameAppId(seen, expected, received),
    }),
  },
  {
    pattern: /namespace mismatch; received namespace: (\S+)/,
    explain: ([, received], { input: { instance } }) => ({
      code: codes.namespaceMismatch,
      cause: `The environment of daprd says namespace ${received}, its pod is in ${instance.namespace}.`,
      fix: `Take the variable NAMESPACE from the pod (fieldRef metadata.namespace); its value here would be ${instance.namespace}.`,
    }),
  },
  {
    pattern:
      /token audiences \[([^\]]*)(?:\] is invalid for the target audiences \[([^\]]*)\])?/,
    explain: ([, given, wanted], seen) => {
      // Every Sentry takes the other one too.
      const right =
        names(wanted).find(name => name.startsWith('spiffe:')) ??
        'dapr.io/sentry';
      return {
        code: codes.tokenAudience,
        cause: `The identity token is for ${names(given).join(
          ', ',
        )}, Sentry wants ${right}.`,
        fix: acceptsToken(seen, right)
          ? restartFix(seen)
          : `Set ${AUDIENCE_KEY}: ${right}.`,
      };
    },
  },
  {
    pattern: /token is required for TokenReview/,
    explain: () => ({
      code: codes.tokenNotProjected,
      cause: 'daprd sends Sentry no identity token.',
    }),
  },
  {
    pattern:
      /pod\/name claim is missing|not a properly structured service account token/,
    explain: () => ({
      code: codes.tokenNotProjected,
      cause: "daprd's identity token is not bound to its pod: it is not a projected one.", // prettier-ignore
    }),
  },
  {
    pattern: /failed to read token at path '([^']*)'/,
    explain: ([, path]) => ({
      code: codes.tokenNotProjected,
      cause: `There is no identity token at ${path}.`,
    }),
  },
  {
    pattern: /SignCertificate: .*failed to get configuration/s,
    explain: (_, { workload }) => {
      const name = workload.podAnnotations['dapr.io/config'];
      return {
        code: codes.configurationMissing,
        cause: `Sentry does not find the Configuration${
          name ? ` ${name}` : ''
        } of the pod annotation dapr.io/config.`,
        fix: 'Create that Configuration in the namespace of the instance, or take the annotation out of podAnnotations.',
      };
    },
  },
  {
    pattern: /app ID must be 64 characters or less/,
    explain: (_, { input: { instance } }) => ({
      code: codes.sentryRefuses,
      cause: `App id ${instance.appId} is longer than the 64 characters that Sentry takes.`,
      fix: 'Choose a shorter shared.appId.',
    }),
  },
  {
    pattern: /token (?:has|is) expired/i,
    explain: () => ({
      code: codes.sentryRefuses,
      cause: "Sentry refuses the identity: daprd's identity token has expired.",
      fix: 'The kubelet renews a projected token in good time: compare the clocks of the nodes, look at the kubelet of the node, and delete the pod, so that it gets a new token.',
    }),
  },
  {
    pattern: /token review failed: ([^\n]*)/,
    explain: ([, why]) => ({
      code: codes.sentryRefuses,
      cause: `Sentry cannot have the identity token reviewed: ${why}.`,
      fix: 'Give the ServiceAccount of dapr-sentry the right to create tokenreviews (ClusterRole dapr-sentry of the Dapr chart), and look at its log.',
    }),
  },
  {
    pattern:
      /requested validator is not enabled|validator name must be specified/,
    explain: () => ({
      code: codes.sentryRefuses,
      cause: 'Sentry does not take identities of Kubernetes.',
      fix: 'Run Sentry in Kubernetes mode, with the validator kubernetes enabled.',
    }),
  },
  {
    pattern: /failed to get pod of identity|pod service account mismatch/,
    explain: ([why]) => ({
      code: codes.sentryRefuses,
      cause: `Sentry cannot match the identity token to the pod: ${why}.`,
      fix: 'Delete the pod, so that it gets a new token; if it stays, look at the log and the rights of dapr-sentry.',
    }),
  },
  {
    pattern:
      /error from sentry SignCertificate: (?:rpc error: code = (?:Unavailable|DeadlineExceeded|Canceled|ResourceExhausted) desc = |(?=context ))([^\n]*)/,
    explain: ([, why], seen) => ({
      code: codes.sentryUnreachable,
      cause: `Sentry at ${sentryAddress(
        seen,
      )} did not answer the request for an identity: ${firstLine(
        innermost(why).replace(/^"|"$/g, ''),
      )}.`,
      fix: `${START_SENTRY} If it was only restarting, the next start of daprd succeeds.`,
    }),
  },
  {
    pattern:
      /error from sentry SignCertificate: (?:rpc error: code = (\w+) desc = )?([^\n]*)/,
    explain: ([, status, why]) => ({
      code: codes.sentryRefuses,
      ...(REFUSALS.test(status)
        ? { cause: `Sentry refuses the identity: ${why || status}.` }
        : {
            title: 'Sentry gives no identity',
            cause: `Sentry gives no identity: ${why || status}.`,
          }),
    }),
  },
];

function sameAppId(
  seen: Circumstances,
  expected: string,
  received: string,
): string {
  const annotation = seen.workload.podAnnotations['dapr.io/app-id'];
  if (annotation === undefined) {
    return `Give the pod template the annotation dapr.io/app-id: "${received}" (podAnnotations); without it Sentry takes the pod's name.`;
  }
  return annotation === seen.flags.get('app-id')
    ? restartFix(seen)
    : `Set shared.appId and the annotation dapr.io/app-id of the pod template to the same app id: one says ${received}, the other ${expected}.`;
}

/** Only where another one is asked for. */
function setPort({ sentry }: Circumstances): string {
  return sentry?.port === 443
    ? ''
    : 'Set shared.controlPlane.sentry.port: 443. ';
}

function names(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"/g)].map(([, name = '']) => name);
}
