import type { FindingCode } from '../../types';

const MTLS = 'https://docs.dapr.io/operations/security/mtls/';

/** A daprd that gets no identity from Sentry. */
export const sentryPort80: FindingCode = {
  code: 'DS641',
  severity: 'critical',
  title: 'Waiting for Sentry on port 80',
  seen: 'daprd writes "Fetching initial identity" and then nothing, opens no port, and is restarted by its liveness probe. Sentry has no port 80 since Dapr 1.14.',
  fix: 'Set shared.controlPlane.sentry.port: 443.',
  links: [MTLS],
};
export const sentryUnreachable: FindingCode = {
  code: 'DS642',
  severity: 'critical',
  title: 'Sentry cannot be reached',
  seen: 'Silence after "Fetching initial identity"; "connection refused", "i/o timeout" or a handshake without an answer once daprd is told to stop.',
  fix: 'Check that Sentry runs, and that network policies let the namespace reach it on port 443.',
  links: [MTLS],
};
export const sentryUnknownHost: FindingCode = {
  code: 'DS643',
  severity: 'critical',
  title: 'The address of Sentry does not exist',
  seen: 'Silence after "Fetching initial identity"; "no such host" once daprd is told to stop.',
  fix: 'Set shared.controlPlane.sentry.address to dapr-sentry.<control plane namespace>.svc.<cluster domain>.',
  links: [MTLS],
};
export const sentryOtherIdentity: FindingCode = {
  code: 'DS644',
  severity: 'critical',
  title: 'Sentry is not who daprd expects',
  seen: 'Silence after "Fetching initial identity"; "unexpected ID" once daprd is told to stop: control plane namespace or trust domain are not those of the control plane.',
  fix: 'Set shared.controlPlane.namespace and shared.controlPlane.trustDomain to those of the control plane.',
  links: [MTLS],
};
export const sentryOtherCa: FindingCode = {
  code: 'DS645',
  severity: 'critical',
  title: 'daprd trusts another CA than that of Sentry',
  seen: 'Silence after "Fetching initial identity"; "certificate signed by unknown authority" once daprd is told to stop. So it is after the root certificate was replaced.',
  fix: 'Restart the pods, so that they take up the trust anchors of today: kubectl rollout restart.',
  links: [MTLS],
};
export const certificateExpired: FindingCode = {
  code: 'DS646',
  severity: 'critical',
  title: 'A certificate is expired or not valid yet',
  seen: '"x509: certificate has expired or is not yet valid" in the connection to the control plane.',
  fix: "Renew Dapr's root and issuer certificates, restart the control plane and then these pods; check the clocks of the nodes.",
  links: [MTLS],
};
export const trustAnchorsMissing: FindingCode = {
  code: 'DS647',
  severity: 'critical',
  title: 'Trust anchors are missing',
  seen: 'daprd exits with "trust anchors are required". The init container ends with 0 even where it may not read the trust bundle, and then writes empty values.',
  fix: "Give the init container's ServiceAccount the right to read ConfigMap dapr-trust-bundle and Secret dapr-trust-bundle of the control plane namespace, or use the hardened identity.",
  links: [MTLS],
};
export const sentrySilent: FindingCode = {
  code: 'DS648',
  severity: 'critical',
  title: 'Waiting for Sentry',
  seen: 'Silence after "Fetching initial identity", and nothing was read that tells why.',
  fix: 'Read the log of the container before this one, which ends with the cause: kubectl logs --previous -c daprd.',
  links: [MTLS],
};
export const tokenAudience: FindingCode = {
  code: 'DS649',
  severity: 'critical',
  title: 'The identity token is for another audience',
  seen: 'daprd exits with "token audiences … is invalid for the target audiences".',
  fix: 'Set shared.daprd.serviceAccountIdentityToken.audience: spiffe://<trust domain>/ns/<control plane namespace>/dapr-sentry.',
  links: [MTLS],
};
export const tokenNotProjected: FindingCode = {
  code: 'DS650',
  severity: 'critical',
  title: 'daprd has no projected identity token',
  seen: 'daprd exits with "failed to read token", "token is required for TokenReview", "pod/name claim is missing" or "not a properly structured service account token".',
  fix: 'Mount the projected volume dapr-identity-token at /var/run/secrets/dapr.io/sentrytoken, as the chart does.',
};
export const namespaceMismatch: FindingCode = {
  code: 'DS651',
  severity: 'critical',
  title: 'The environment names another namespace',
  seen: 'daprd exits with "namespace mismatch".',
  fix: 'Take NAMESPACE from the pod: fieldRef metadata.namespace, as the chart does.',
};
export const appIdMismatch: FindingCode = {
  code: 'DS652',
  severity: 'critical',
  title: 'App id of argument and annotation differ',
  seen: 'daprd exits with "app-id mismatch. expected: A, received: B". A is the pod annotation dapr.io/app-id, or the name of the pod where there is none.',
  fix: 'Give the annotation dapr.io/app-id of the pod template and the argument --app-id the same value.',
};
export const sentryRefuses: FindingCode = {
  code: 'DS653',
  severity: 'critical',
  title: 'Sentry refuses the identity',
  seen: 'daprd exits with "error from sentry SignCertificate".',
  fix: "Look at Sentry's log for the same moment.",
  links: [MTLS],
};
export const noControlPlane: FindingCode = {
  code: 'DS654',
  severity: 'critical',
  title: 'No Dapr control plane in the cluster',
  seen: 'The cluster was read and has no dapr-operator: daprd waits for Sentry for ever.',
  fix: 'Install Dapr in the cluster.',
  links: [
    'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-deploy/',
  ],
};
export const identityNotRenewed: FindingCode = {
  code: 'DS655',
  severity: 'high',
  title: 'daprd cannot renew its identity',
  seen: 'daprd is ready, and its log says that the renewal of its certificate failed: it stops working with others when the certificate expires.',
  fix: 'Make Sentry reachable again; daprd tries on by itself.',
  links: [MTLS],
};

export const identityCodes: readonly FindingCode[] = [
  sentryPort80,
  sentryUnreachable,
  sentryUnknownHost,
  sentryOtherIdentity,
  sentryOtherCa,
  certificateExpired,
  trustAnchorsMissing,
  sentrySilent,
  tokenAudience,
  tokenNotProjected,
  namespaceMismatch,
  appIdMismatch,
  sentryRefuses,
  noControlPlane,
  identityNotRenewed,
];
