import type { FindingCode } from '../../types';

const DEBUG_PODS =
  'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/';

/** Pods that are not made, find no place, or lose it. */
export const accountMissing: FindingCode = {
  code: 'DS601',
  severity: 'critical',
  title: 'ServiceAccount is missing',
  seen: 'No pod appears; the ReplicaSet or DaemonSet has the event FailedCreate with "error looking up service account".',
  fix: 'Set shared.serviceAccount.create: true, or create the account that shared.serviceAccount.name names.',
  links: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  ],
};
export const quotaExceeded: FindingCode = {
  code: 'DS602',
  severity: 'critical',
  title: 'Quota or limit range refuses the pods',
  seen: 'No pod appears, or too few; the event FailedCreate says "exceeded quota" or names a minimum or maximum per container.',
  fix: 'Raise the quota, or set requests and limits that fit it: daprd and the init container need both where a quota counts them.',
  links: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
};
export const podRefused: FindingCode = {
  code: 'DS603',
  severity: 'critical',
  title: 'Admission refuses the pods',
  seen: 'No pod appears; the event FailedCreate says "violates PodSecurity" or "admission webhook … denied the request".',
  fix: 'Set podSecurityContext and securityContext to what the namespace asks for.',
  links: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
};
export const podsNotMade: FindingCode = {
  code: 'DS604',
  severity: 'critical',
  title: 'Pods cannot be made',
  seen: 'No pod appears, and the workload has the condition ReplicaFailure or events FailedCreate with a reason of the API server.',
  fix: 'Put right what the API server names.',
  links: [DEBUG_PODS],
};
export const unschedulable: FindingCode = {
  code: 'DS605',
  severity: 'critical',
  title: 'No node takes the pod',
  seen: 'Pods stay Pending with the event FailedScheduling.',
  fix: 'Make the node selector, tolerations and requests fit at least one node.',
  links: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
  ],
};
export const noNodeMatches: FindingCode = {
  code: 'DS606',
  severity: 'critical',
  title: 'The DaemonSet matches no node',
  seen: 'The DaemonSet wants 0 pods: its node selector, affinity and tolerations leave no node.',
  fix: 'Make shared.scheduling.nodeSelector and the tolerations match the nodes that run the app.',
  links: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/',
  ],
};
export const scaledToZero: FindingCode = {
  code: 'DS607',
  severity: 'high',
  title: 'Shared daprd is scaled to 0',
  seen: 'The Deployment wants 0 replicas: apps that call its Service are refused.',
  fix: 'Set shared.deployment.replicas to at least 1; Helm writes 1 for 0, so that somebody scaled it by hand or by an autoscaler.',
};
export const podFailed: FindingCode = {
  code: 'DS608',
  severity: 'high',
  title: 'Pod was evicted or ended by its node',
  seen: 'Pods are in phase Failed: Evicted, Preempting, NodeShutdown or the like.',
  fix: 'Give daprd memory and ephemeral-storage requests that hold, and look at the node it was on.',
  links: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  ],
};
export const nodeLost: FindingCode = {
  code: 'DS609',
  severity: 'high',
  title: 'The node does not report',
  seen: 'A pod looks as if it ran, but its condition Ready is not true: its node is NotReady or gone.',
  fix: 'Look at the node: kubectl describe node. Pods of a DaemonSet stay on a lost node until it is deleted.',
};
export const rolloutStuck: FindingCode = {
  code: 'DS610',
  severity: 'high',
  title: 'The rollout makes no progress',
  seen: 'The Deployment has the condition Progressing=False with ProgressDeadlineExceeded, and nothing else tells why.',
  fix: 'Look at the newest pods: kubectl describe pod.',
  links: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment',
  ],
};

export const podCodes: readonly FindingCode[] = [
  accountMissing,
  quotaExceeded,
  podRefused,
  podsNotMade,
  unschedulable,
  noNodeMatches,
  scaledToZero,
  podFailed,
  nodeLost,
  rolloutStuck,
];
