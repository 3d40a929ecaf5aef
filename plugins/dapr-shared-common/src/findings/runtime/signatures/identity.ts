import * as codes from '../../codes/runtime';
import type { Signature } from './signature';

/** What daprd needs of its surroundings before it asks for an identity. */
export const identity: readonly Signature[] = [
  {
    pattern: /trust anchors are required/,
    explain: (_, { workload, input: { instance } }) => ({
      code: codes.trustAnchorsMissing,
      cause: 'daprd got no trust anchors: DAPR_TRUST_ANCHORS is empty.',
      fix: `Let the init container of ${
        instance.release ?? workload.name
      } read ConfigMap and Secret dapr-trust-bundle of the control plane namespace (its Roles, shared.serviceAccount.create: true), then delete the pods; with the hardened identity (overlay.identity) it needs no right.`,
    }),
  },
  {
    pattern: /(?:decode|parse|read) trust anchors[^:\n]*: ([^\n]*)/,
    explain: ([, why]) => ({
      code: codes.trustAnchorsMissing,
      cause: `daprd cannot read its trust anchors: ${why}.`,
      fix: 'Put the certificate of the CA into DAPR_TRUST_ANCHORS as PEM: it is key ca.crt of ConfigMap dapr-trust-bundle in the control plane namespace.',
    }),
  },
  {
    pattern:
      /(?:control plane trust domain is required|invalid control plane trust domain[^\n]*)/,
    explain: ([why]) => ({
      code: codes.sentryOtherIdentity,
      cause: `daprd was given no usable trust domain of the control plane: ${why}.`,
      fix: 'Set shared.controlPlane.trustDomain, by default cluster.local.',
    }),
  },
  {
    pattern: /'NAMESPACE' environment variable (?:not set|is empty)/,
    explain: () => ({
      code: codes.namespaceMismatch,
      cause: 'daprd does not know its namespace: the variable NAMESPACE is not set.', // prettier-ignore
    }),
  },
  {
    pattern: /current user UID\(0\) is root/,
    explain: () => ({
      code: codes.runsAsRoot,
      cause: 'daprd refuses to run as root.',
    }),
  },
];
