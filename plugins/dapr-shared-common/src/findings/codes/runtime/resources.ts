import type { FindingCode } from '../../types';

const COMPONENTS = 'https://docs.dapr.io/concepts/components-concept/';

/** Dapr resources that are not had, or not as they are meant. */
export const operatorUnreachable: FindingCode = {
  code: 'DS661',
  severity: 'critical',
  title: 'The Dapr operator cannot be reached',
  seen: 'daprd exits 30 s after "Fetching initial identity" with "context deadline exceeded".',
  fix: 'Check that dapr-operator runs, and that shared.controlPlane.operator.address and port lead to the Service dapr-api.',
};
export const configurationMissing: FindingCode = {
  code: 'DS662',
  severity: 'critical',
  title: 'The Dapr Configuration does not exist',
  seen: 'daprd exits with "error loading configuration … error getting configuration NAMESPACE/NAME".',
  fix: 'Create the Configuration in the namespace of the instance, or correct shared.daprd.config.',
  links: [
    'https://docs.dapr.io/operations/configuration/configuration-overview/',
  ],
};
export const componentsNotLoaded: FindingCode = {
  code: 'DS663',
  severity: 'critical',
  title: 'Components cannot be loaded',
  seen: 'daprd exits with "failed to load components": the operator could not resolve a Secret that a Component of the namespace refers to.',
  fix: 'Create the Secret, or correct the secretKeyRef of the Component.',
  links: [COMPONENTS],
};
export const componentFails: FindingCode = {
  code: 'DS664',
  severity: 'critical',
  title: 'A component cannot be initialised',
  seen: 'daprd exits with "[INIT_COMPONENT_FAILURE]".',
  fix: 'Make what the component connects to reachable, or correct its metadata; scopes keep it from apps that do not need it, ignoreErrors lets daprd run without it.',
  links: [COMPONENTS],
};
export const componentUnknown: FindingCode = {
  code: 'DS665',
  severity: 'critical',
  title: 'daprd does not know the type of a component',
  seen: 'daprd exits with "[CREATE_COMPONENT_FAILURE] … couldn\'t find", or "incorrect type".',
  fix: 'Correct spec.type and spec.version of the Component, or use a daprd that has it.',
  links: ['https://docs.dapr.io/reference/components-reference/'],
};
export const secretStoreNoAccess: FindingCode = {
  code: 'DS666',
  severity: 'critical',
  title: 'The built-in secret store has no access to Kubernetes',
  seen: 'daprd exits because component kubernetes (secretstores.kubernetes) cannot be initialised: the pod has no token for the Kubernetes API.',
  fix: 'Switch the store off with --disable-builtin-k8s-secret-store (overlay.secretStore: disabled), or set automountServiceAccountToken: true.',
};
export const componentIgnored: FindingCode = {
  code: 'DS667',
  severity: 'high',
  title: 'A component is absent although daprd is ready',
  seen: 'The component has ignoreErrors: true and failed; its calls answer with an error, and metadata does not list it.',
  fix: 'Make what the component connects to reachable, and restart the pods.',
  links: [COMPONENTS],
};
export const secretNotResolved: FindingCode = {
  code: 'DS668',
  severity: 'high',
  title: 'A secret of a component was not found',
  seen: '"Error getting secret" or "references a secret store that isn\'t loaded": the component starts without that value, or not at all.',
  fix: 'Create the secret in the store that the Component names under auth.secretStore, or correct that name.',
  links: ['https://docs.dapr.io/operations/components/component-secrets/'],
};
export const resiliencyUnread: FindingCode = {
  code: 'DS669',
  severity: 'medium',
  title: 'A resiliency policy is not in force',
  seen: '"Could not read resiliency policy" in the log; daprd runs without it.',
  fix: 'Correct the named policy.',
  links: ['https://docs.dapr.io/operations/resiliency/policies/'],
};
export const resourcesUnread: FindingCode = {
  code: 'DS670',
  severity: 'medium',
  title: 'Some Dapr resources were not loaded',
  seen: '"Error listing http endpoints" or the like in the log of a daprd that is ready: it runs without them.',
  fix: 'Look at the log of dapr-operator, then restart the pods.',
};
export const subscriptionFails: FindingCode = {
  code: 'DS671',
  severity: 'high',
  title: 'A subscription does not start',
  seen: '"failed to subscribe to topics" or "Failed to start subscription" in the log: messages are not delivered.',
  fix: 'Make the broker reachable, and the topic allowed for the app.',
  links: [
    'https://docs.dapr.io/developing-applications/building-blocks/pubsub/subscription-methods/',
  ],
};
export const bindingFails: FindingCode = {
  code: 'DS672',
  severity: 'high',
  title: 'Input bindings are not read',
  seen: '"failed to read from bindings" in the log: the app is not called.',
  fix: 'Make what the binding reads from reachable, or correct its metadata.',
};
export const placementUnreachable: FindingCode = {
  code: 'DS681',
  severity: 'medium',
  title: 'Placement cannot be reached',
  seen: '"Failed to connect to placement service" again and again. A daprd that starts so does not get ready, since its health waits for placement; one that lost it later goes on without actors and workflows.',
  fix: 'Correct shared.controlPlane.placementServer.address and port (50005), and check that dapr-placement-server runs.',
  links: ['https://docs.dapr.io/concepts/dapr-services/placement/'],
};
export const schedulerUnreachable: FindingCode = {
  code: 'DS682',
  severity: 'medium',
  title: 'The scheduler cannot be reached',
  seen: '"Failed to connect to scheduler host" again and again. A daprd that starts so does not get ready, since its health waits for the scheduler; one that lost it later goes on without jobs, actor reminders and workflows.',
  fix: 'Correct the address of the scheduler (port 50006), and check that dapr-scheduler-server runs.',
  links: ['https://docs.dapr.io/concepts/dapr-services/scheduler/'],
};
export const schedulerUnused: FindingCode = {
  code: 'DS683',
  severity: 'medium',
  title: 'daprd uses no scheduler',
  seen: '"No scheduler host addresses provided. Scheduler disabled": daprd 1.17 and newer ignore the environment variable that the chart sets, so that jobs, actor reminders and workflows do not work.',
  fix: 'Give daprd the argument --scheduler-host-address; plans of this project add it.',
  links: ['https://docs.dapr.io/concepts/dapr-services/scheduler/'],
};

export const resourceCodes: readonly FindingCode[] = [
  operatorUnreachable,
  configurationMissing,
  componentsNotLoaded,
  componentFails,
  componentUnknown,
  secretStoreNoAccess,
  componentIgnored,
  secretNotResolved,
  resiliencyUnread,
  resourcesUnread,
  subscriptionFails,
  bindingFails,
  placementUnreachable,
  schedulerUnreachable,
  schedulerUnused,
];
