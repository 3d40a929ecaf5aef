import type { FindingCode } from '../types';

const annotations = 'https://docs.dapr.io/reference/arguments-annotations-overview/'; // prettier-ignore
const names = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'; // prettier-ignore

export const appIdName: FindingCode = {
  code: 'DS101',
  severity: 'high',
  title: 'The app id cannot name a Service',
  seen: 'Kubernetes refuses the Service `<appId>-dapr`, and with it the whole Helm release; or the Service has another name than apps look for.',
  fix: 'Use an app id that starts with a lower-case letter, has only lower-case letters, digits and "-", and at most 58 characters.',
  links: [names],
};

export const appIdNotText: FindingCode = {
  code: 'DS102',
  severity: 'high',
  title: 'YAML does not read the app id as text',
  seen: 'The API server refuses the workload with "cannot unmarshal number" or "bool": an annotation must be text, and the chart writes the app id without quotes.',
  fix: 'Use an app id that no YAML reader takes for a number, a boolean or null.',
};

export const twoWorkloads: FindingCode = {
  code: 'DS103',
  severity: 'high',
  title: 'Two workloads run for one app id',
  seen: 'The Services of both lead to daprd processes of the same identity; messages go to either, and a change of one seems to have no effect.',
  fix: 'Remove the workload that is not wanted any more, with the release that made it.',
};

export const appIdMissing: FindingCode = {
  code: 'DS104',
  severity: 'high',
  title: 'The pods carry no app id',
  seen: 'daprd exits with "app-id mismatch. expected: <name of the pod>, received: <app id>": without the annotation dapr.io/app-id Sentry takes the pod\'s name.',
  fix: 'Annotate the pod template with dapr.io/app-id, as the chart does from 0.0.7 on.',
  links: [annotations],
};

export const channelHost: FindingCode = {
  code: 'DS105',
  severity: 'high',
  title: 'The app channel is no host',
  seen: 'daprd waits for its app for ever, or no call reaches the app: it puts http:// before the host and the port behind it, so that a URL becomes an address that does not exist.',
  fix: 'Set shared.remoteURL to a host alone and shared.remotePort to its port.',
};

export const channelPort: FindingCode = {
  code: 'DS106',
  severity: 'medium',
  title: 'The app is never called',
  seen: 'Calls, messages and bindings for the app fail or are not delivered, although its host is named: port 0 means that there is no app to call.',
  fix: "Set shared.remotePort to the port of the app's Service, or take host and health checks out where the app only calls Dapr.",
};

export const configurationAnnotation: FindingCode = {
  code: 'DS107',
  severity: 'medium',
  title: 'Sentry does not see the Dapr Configuration',
  seen: 'daprd uses the Configuration, but its identity stays in the trust domain "public", so that access control by trust domain refuses its calls: Sentry reads the annotation dapr.io/config, which the chart does not write.',
  fix: 'Set podAnnotations to dapr.io/config with the name of the Configuration.',
  links: [annotations],
};

export const otherOwnNamespace: FindingCode = {
  code: 'DS108',
  severity: 'high',
  title: 'daprd is told another namespace than its own',
  seen: 'daprd exits with "namespace mismatch": Sentry compares the variable NAMESPACE with the namespace of the pod.',
  fix: "Take NAMESPACE from the pod's field metadata.namespace, as the chart does.",
};

export const appSidecar: FindingCode = {
  code: 'DS111',
  severity: 'high',
  title: 'The app still asks for a sidecar',
  seen: 'The app runs with a daprd of its own beside the shared one, and the Dapr operator makes a headless Service that may take the name of the shared one.',
  fix: 'Remove the annotations dapr.io/* from the pod template of the app.',
  links: [annotations],
};

export const serviceTaken: FindingCode = {
  code: 'DS112',
  severity: 'high',
  title: 'The name of the Service is taken',
  seen: 'Apps that call <appId>-dapr reach other pods than those of the shared daprd, or none. The Dapr operator makes such a Service for every app with a sidecar.',
  fix: 'Remove the annotation dapr.io/enabled from the app, delete that Service and sync the release again.',
};

export const noService: FindingCode = {
  code: 'DS113',
  severity: 'medium',
  title: 'No Service leads to daprd',
  seen: 'Apps have no name by which they reach the shared daprd, and other Dapr apps cannot call this one.',
  fix: 'Sync the release again; in manifests of your own add a Service that selects the pods.',
};

export const servicePort: FindingCode = {
  code: 'DS151',
  severity: 'high',
  title: 'The Service does not follow a port of daprd',
  seen: "Calls to the Service are refused, although daprd runs: the ports of the chart's Service are fixed at 3500, 50001, 50002 and 9090.",
  fix: "Leave daprd's ports at their defaults.",
};

export const podsSidecar: FindingCode = {
  code: 'DS152',
  severity: 'high',
  title: 'The pods of daprd ask for a sidecar',
  seen: 'Each pod has two containers of daprd that fight for the same ports, and the operator makes a Service of the same name.',
  fix: 'Take dapr.io/enabled out of podAnnotations.',
  links: [annotations],
};

export const appIdDiffers: FindingCode = {
  code: 'DS153',
  severity: 'high',
  title: 'The pods of daprd carry another app id',
  seen: 'daprd exits with "app-id mismatch. expected: A, received: B".',
  fix: 'Take dapr.io/app-id out of podAnnotations; the chart writes it.',
  links: [annotations],
};

export const loopbackOnly: FindingCode = {
  code: 'DS154',
  severity: 'high',
  title: 'daprd listens to itself alone',
  seen: 'daprd is ready, and every call through its Service is refused.',
  fix: 'Leave shared.daprd.listenAddresses at 0.0.0.0, and restrict callers by a NetworkPolicy.',
};

export const unknownKey: FindingCode = {
  code: 'DS155',
  severity: 'medium',
  title: 'The chart does not know a key',
  seen: 'A value is set and nothing changes: the chart ignores keys that it does not know without a word.',
  fix: 'Correct the key, or leave it out.',
};

export const sharedName: FindingCode = {
  code: 'DS156',
  severity: 'medium',
  title: "The full name must be the cluster's only one",
  seen: 'A second release of that name takes over the ClusterRoles of the first, or Helm refuses it with "invalid ownership metadata".',
  fix: 'Leave fullnameOverride out: the release name is unique already.',
};

export const wrongValue: FindingCode = {
  code: 'DS157',
  severity: 'high',
  title: 'The chart misreads a value',
  seen: 'The value is of another type than the chart takes, or outside of what it takes: an object is missing without an error, or daprd does not start.',
  fix: 'Write the value as the reference page of the values says.',
};

export const refusedValues: FindingCode = {
  code: 'DS158',
  severity: 'critical',
  title: 'The chart refuses the values',
  seen: 'helm install, helm upgrade and helm template end with an error, so that nothing of a change reaches the cluster.',
  fix: 'Correct the value that is named.',
};

/** Whose daprd it is, and whether it and its app find each other. */
export const identityCodes: readonly FindingCode[] = [
  appIdName,
  appIdNotText,
  twoWorkloads,
  appIdMissing,
  channelHost,
  channelPort,
  configurationAnnotation,
  otherOwnNamespace,
  appSidecar,
  serviceTaken,
  noService,
  servicePort,
  podsSidecar,
  appIdDiffers,
  loopbackOnly,
  unknownKey,
  sharedName,
  wrongValue,
  refusedValues,
];
