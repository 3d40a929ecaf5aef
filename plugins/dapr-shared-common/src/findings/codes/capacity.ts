import type { FindingCode } from '../types';

const production = 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/'; // prettier-ignore
const traffic = 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/'; // prettier-ignore

export const noStartupGrace: FindingCode = {
  code: 'DS301',
  severity: 'medium',
  title: 'daprd is restarted while it waits for its app',
  seen: 'Restarts and CrashLoopBackOff whenever the app is down for half a minute while daprd starts: it is not healthy before the app listens, and liveness does not wait.',
  fix: 'Give daprd a startup probe; the overlay startup-grace does, or scale-to-zero for an app that may be away.',
};

export const noRequests: FindingCode = {
  code: 'DS302',
  severity: 'low',
  title: 'Nothing is reserved for daprd',
  seen: 'On a full node daprd is slow, and it is evicted before pods that reserve memory; with it every app of the instance loses Dapr.',
  fix: 'Ask for overlay.resources; "recommended" takes those of Dapr\'s documentation.',
  links: [production],
};

export const noSoftLimit: FindingCode = {
  code: 'DS303',
  severity: 'low',
  title: 'daprd does not know its memory limit',
  seen: 'OOMKilled under load, although much of the memory could have been collected.',
  fix: 'Set GOMEMLIMIT to 90 % of the limit; overlay.resources does.',
  links: [production],
};

export const oneNode: FindingCode = {
  code: 'DS304',
  severity: 'low',
  title: 'All replicas run on one node',
  seen: 'When that node goes, so do all replicas at once, and the app has no Dapr until new ones run.',
  fix: 'Ask for overlay.spread, and overlay.disruptionBudget for drains.',
};

export const notNodeLocal: FindingCode = {
  code: 'DS305',
  severity: 'info',
  title: 'Calls do not stay on the node',
  seen: 'Most calls of an app go to the daprd of another node: a DaemonSet runs one on each, but its Service balances over all of them.',
  fix: 'Ask for overlay.nodeLocal where calls should stay on the node, or choose a Deployment, which needs fewer processes.',
  links: [traffic],
};

export const nodesWithoutDaprd: FindingCode = {
  code: 'DS306',
  severity: 'medium',
  title: 'Nodes have no daprd to call',
  seen: 'Some pods of an app reach Dapr and others get "connection refused", depending on their node: with internalTrafficPolicy Local calls never leave it.',
  fix: 'Run daprd on every node that runs the app, or leave overlay.nodeLocal out.',
  links: [traffic],
};

export const hookImage: FindingCode = {
  code: 'DS351',
  severity: 'low',
  title: 'Removal pulls an image from Docker Hub',
  seen: 'helm uninstall hangs where Docker Hub cannot be reached: the image of the clean-up hook is fixed.',
  fix: 'Mirror that image by the container runtime, remove with disabled hooks, or ask for the hardened identity, which has no hook.',
};

export const deploymentNodeLocal: FindingCode = {
  code: 'DS352',
  severity: 'medium',
  title: 'A Deployment cannot be node-local',
  seen: 'overlay.nodeLocal was asked for and has no effect.',
  fix: 'Choose strategy daemonset, or leave overlay.nodeLocal out.',
};

/** Whether there is enough of daprd, where it is needed, and whether it lasts. */
export const capacityCodes: readonly FindingCode[] = [
  noStartupGrace,
  noRequests,
  noSoftLimit,
  oneNode,
  notNodeLocal,
  nodesWithoutDaprd,
  hookImage,
  deploymentNodeLocal,
];
