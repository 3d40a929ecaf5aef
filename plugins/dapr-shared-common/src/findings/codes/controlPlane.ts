import type { FindingCode } from '../types';

const mtls = 'https://docs.dapr.io/operations/security/mtls/';
const kubernetes = 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-overview/'; // prettier-ignore

export const noControlPlane: FindingCode = {
  code: 'DS201',
  severity: 'high',
  title: 'No Dapr control plane on the cluster',
  seen: 'The pods wait in their init container, or daprd waits after "Fetching initial identity": nobody gives it an identity.',
  fix: 'Install Dapr on the cluster.',
  links: [kubernetes],
};

export const unknownControlPlane: FindingCode = {
  code: 'DS202',
  severity: 'medium',
  title: 'Control plane not known',
  seen: 'The values are those of a default installation, and do not work where the control plane has another namespace or trust domain.',
  fix: 'Compare namespace, trust domain and runtime version in values.yaml with the cluster.',
};

export const oldControlPlane: FindingCode = {
  code: 'DS203',
  severity: 'critical',
  title: 'The control plane is too old for shared daprd',
  seen: 'daprd finds no Sentry at the addresses that hold since Dapr 1.14.',
  fix: 'Upgrade the control plane to a release that Dapr supports.',
};

export const schedulerAbsent: FindingCode = {
  code: 'DS204',
  severity: 'medium',
  title: 'No scheduler on the cluster',
  seen: 'Jobs, actor reminders and workflows do not work. A daprd that is told the address of a scheduler that is not there does not get ready.',
  fix: 'Install Dapr with its scheduler, which is on by default since Dapr 1.14.',
  links: ['https://docs.dapr.io/concepts/dapr-services/scheduler/'],
};

export const sentryPort: FindingCode = {
  code: 'DS211',
  severity: 'high',
  title: 'Sentry is called at a port that it does not have',
  seen: 'Silence: the last line of daprd is "Fetching initial identity", its ports stay closed, and liveness restarts it. Since Dapr 1.14 Sentry\'s Service has port 443 alone; the chart still writes 80.',
  fix: 'Set shared.controlPlane.sentry.port to 443.',
  links: [mtls],
};

export const otherNamespace: FindingCode = {
  code: 'DS212',
  severity: 'high',
  title: 'daprd looks for another control-plane namespace',
  seen: 'Silence after "Fetching initial identity": daprd takes nobody for Sentry whose identity has another namespace.',
  fix: "Set shared.controlPlane.namespace to the control plane's namespace, and every address and the audience with it.",
  links: [mtls],
};

export const otherTrustDomain: FindingCode = {
  code: 'DS213',
  severity: 'high',
  title: 'daprd looks for another trust domain',
  seen: 'Silence after "Fetching initial identity": daprd takes nobody for Sentry whose identity has another trust domain.',
  fix: "Set shared.controlPlane.trustDomain to the control plane's trust domain, and the audience with it.",
  links: [mtls],
};

export const addressesElsewhere: FindingCode = {
  code: 'DS214',
  severity: 'high',
  title: 'Addresses lead elsewhere than to the control plane',
  seen: 'daprd waits for Sentry, ends with "context deadline exceeded" for want of the operator, or runs without actors, jobs and workflows: shared.controlPlane.namespace moves none of the addresses.',
  fix: 'Change every address with the namespace of the control plane.',
};

export const otherAudience: FindingCode = {
  code: 'DS215',
  severity: 'high',
  title: "The token is not for this cluster's Sentry",
  seen: 'daprd exits with "invalid token" and "token audiences … invalid".',
  fix: 'Set shared.daprd.serviceAccountIdentityToken.audience to spiffe://<trust domain>/ns/<namespace>/dapr-sentry.',
  links: [mtls],
};

export const noToken: FindingCode = {
  code: 'DS216',
  severity: 'high',
  title: 'daprd has no token for Sentry',
  seen: 'daprd exits with "invalid token", "token is required" or "pod/name claim is missing": only a projected token of the pod tells Sentry who asks.',
  fix: 'Mount a projected ServiceAccount token for Sentry at /var/run/secrets/dapr.io/sentrytoken, as the chart does from 0.0.8 on.',
  links: [mtls],
};

export const noScheduler: FindingCode = {
  code: 'DS217',
  severity: 'medium',
  title: 'daprd is not told where the scheduler is',
  seen: 'Jobs, actor reminders and workflows do not run, without an error at start: since 1.17 daprd ignores the variable DAPR_SCHEDULER_HOST_ADDRESS, the only place where the chart writes the address.',
  fix: 'Give daprd the argument --scheduler-host-address; the overlay scheduler-address does.',
};

export const wrongPorts: FindingCode = {
  code: 'DS218',
  severity: 'high',
  title: 'Addresses have ports that the control plane does not',
  seen: 'Connections are refused: daprd ends with "context deadline exceeded" for want of the operator, or runs without actors, jobs and workflows.',
  fix: 'Use the ports of the Services: operator 80 or 443, placement 50005, scheduler 50006.',
};

export const mtlsDiffers: FindingCode = {
  code: 'DS219',
  severity: 'high',
  title: 'mTLS is not as the control plane has it',
  seen: 'Service invocation between this app and other Dapr apps fails with connection errors, in both directions: one side speaks TLS and the other does not.',
  fix: 'Set shared.daprd.mtls.enabled as Configuration daprsystem has it.',
  links: [mtls],
};

export const initNamespace: FindingCode = {
  code: 'DS220',
  severity: 'high',
  title: 'The init container looks in another namespace',
  seen: 'daprd exits with "trust anchors are required": shared.controlPlane.namespace does not reach the init container, which looks for the trust bundle in dapr-system, finds none, and ends with 0 all the same.',
  fix: 'Use the hardened identity (overlay.identity), which has no init container.',
};

export const noTrustAnchors: FindingCode = {
  code: 'DS221',
  severity: 'high',
  title: 'daprd has no trust anchors',
  seen: 'daprd exits with "trust anchors are required": it takes the certificate of Dapr\'s CA from the variable DAPR_TRUST_ANCHORS and from nowhere else.',
  fix: 'Set DAPR_TRUST_ANCHORS to key ca.crt of a copy of ConfigMap dapr-trust-bundle; overlay.identity does.',
  links: [mtls],
};

export const valueDiffers: FindingCode = {
  code: 'DS251',
  severity: 'high',
  title: 'A value is not what the cluster has',
  seen: 'What the chart makes of the value does not fit the control plane: daprd gets no identity, or does not find what it calls.',
  fix: 'Take it out of the values set by hand.',
};

export const trustManager: FindingCode = {
  code: 'DS252',
  severity: 'info',
  title: 'trust-manager must see the CA of Dapr',
  seen: 'The ConfigMap with the CA is not made, and the pods wait with CreateContainerConfigError: trust-manager reads ConfigMaps of its trust namespace alone.',
  fix: "Run trust-manager with the control plane's namespace as its trust namespace, or name an existing ConfigMap.",
  links: ['https://cert-manager.io/docs/trust/trust-manager/'],
};

/** Whether daprd and Dapr's control plane find and accept each other. */
export const controlPlaneCodes: readonly FindingCode[] = [
  noControlPlane,
  unknownControlPlane,
  oldControlPlane,
  schedulerAbsent,
  sentryPort,
  otherNamespace,
  otherTrustDomain,
  addressesElsewhere,
  otherAudience,
  noToken,
  noScheduler,
  wrongPorts,
  mtlsDiffers,
  initNamespace,
  noTrustAnchors,
  valueDiffers,
  trustManager,
];
