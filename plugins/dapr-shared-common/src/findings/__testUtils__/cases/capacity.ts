import type { KubeObject } from '../../../objects';
import * as codes from '../../codes/capacity';
import {
  arg,
  changed,
  chartsOwn,
  container,
  daemonset,
  deployment,
  env,
  inputOf,
  spec,
} from '../input';
import type { FiringCase, QuietCase } from './types';

const LIVENESS = { httpGet: { path: '/v1.0/healthz', port: 'public-http' } };
const probes = (liveness: object, startupProbe?: object) =>
  container({ livenessProbe: { ...LIVENESS, ...liveness }, startupProbe });

const running = (name: string, nodeName: string): KubeObject => ({
  kind: 'Pod',
  metadata: {
    name,
    namespace: 'shop',
    labels: {
      'app.kubernetes.io/name': 'dapr-shared-chart',
      'app.kubernetes.io/instance': 'orders-644f7b8c',
    },
  },
  spec: { nodeName },
});
const onNodes = (...nodes: string[]) => nodes.map((node, index) => running(`${index}`, node)); // prettier-ignore

const policy = (internalTrafficPolicy: string) => spec('Service', { internalTrafficPolicy }); // prettier-ignore
const scheduled = (desiredNumberScheduled: number) => (objects: readonly KubeObject[]) =>
  objects.map(object => object.kind === 'DaemonSet' ? { ...object, status: { desiredNumberScheduled } } : object); // prettier-ignore

export const capacityFiring: readonly FiringCase[] = [
  {
    code: codes.noStartupGrace,
    when: 'the chart alone decides',
    input: inputOf(changed(deployment, probes({}))),
    found: {
      cause: 'daprd is not healthy before its app listens at orders.shop.svc.cluster.local:8080, and liveness restarts it after 30 s.', // prettier-ignore
      evidence: 'livenessProbe.httpGet.path: /v1.0/healthz, no startupProbe',
    },
  },
  {
    code: codes.noStartupGrace,
    when: 'liveness waits a little',
    input: inputOf(changed(chartsOwn, arg('app-channel-address', ''), probes({ initialDelaySeconds: 59, periodSeconds: 20, failureThreshold: 12 }))), // prettier-ignore
    found: {
      cause: 'daprd is not healthy before its app listens at its host:8080, and liveness restarts it after 299 s.', // prettier-ignore
      evidence: 'livenessProbe.httpGet.path: /v1.0/healthz, no startupProbe',
    },
    also: ['DS401', 'DS402'],
  },
  {
    code: codes.noRequests,
    when: 'nothing is said of memory',
    input: inputOf(changed(deployment, container({ resources: { requests: { cpu: '1' } } }))), // prettier-ignore
    found: {
      cause: 'The container daprd requests no memory: where a node runs short, it is evicted first.', // prettier-ignore
    },
  },
  {
    code: codes.noSoftLimit,
    when: 'the limit is not told',
    input: inputOf(changed(deployment, env('GOMEMLIMIT', undefined))),
    found: {
      cause: 'The container daprd may use 1000Mi, and GOMEMLIMIT does not tell it so: it is killed before it collects what it could.', // prettier-ignore
      evidence: 'resources.limits.memory: 1000Mi',
    },
  },
  {
    code: codes.oneNode,
    when: 'others are free',
    input: inputOf(deployment, { pods: onNodes('a', 'a'), nodes: { ready: 2, total: 2 } }), // prettier-ignore
    found: {
      cause: 'All 2 replicas run on node a, and 2 nodes are ready.',
      evidence: 'spec.nodeName: a',
    },
  },
  {
    code: codes.notNodeLocal,
    when: 'the Service is as the chart makes it',
    input: inputOf(changed(daemonset, policy('Cluster'))),
    found: {
      cause: 'Service orders-dapr balances over the daprd of all nodes.',
      evidence: 'spec.internalTrafficPolicy: Cluster',
    },
  },
  {
    code: codes.nodesWithoutDaprd,
    when: 'a node is left out',
    input: inputOf(changed(daemonset, scheduled(2))),
    found: {
      cause: 'Service orders-dapr keeps calls on the node, 3 nodes are ready, and DaemonSet orders-644f7b8c-dapr-shared-chart runs on 2 of them at most.', // prettier-ignore
      evidence: 'spec.internalTrafficPolicy: Local',
    },
  },
  {
    code: codes.nodesWithoutDaprd,
    when: 'a Deployment is meant to be local',
    input: inputOf(changed(deployment, policy('Local'))),
    found: {
      cause: 'Service orders-dapr keeps calls on the node, 3 nodes are ready, and Deployment orders-644f7b8c-dapr-shared-chart runs on 2 of them at most.', // prettier-ignore
      evidence: 'spec.internalTrafficPolicy: Local',
    },
  },
];

export const capacityQuiet: readonly QuietCase[] = [
  ['a replica that has no node yet beside others', inputOf(deployment, { pods: [...onNodes('a', 'b'), ...onNodes('x').map(p => ({ ...p, spec: {} }))] })], // prettier-ignore
  ['the only replica that has a node', inputOf(deployment, { pods: [...onNodes('a'), ...onNodes('x').map(p => ({ ...p, spec: {} }))] })], // prettier-ignore
  ['five minutes for the app', inputOf(changed(deployment, probes({ failureThreshold: 30 })))], // prettier-ignore
  ['a startup probe', inputOf(changed(deployment, probes({}, { httpGet: {} })))], // prettier-ignore
  ['probes that leave the app out', inputOf(changed(deployment, probes({ httpGet: { path: '/v1.0/healthz/outbound' } })))], // prettier-ignore
  ['no liveness', inputOf(changed(deployment, container({ livenessProbe: undefined, startupProbe: undefined })))], // prettier-ignore
  ['an app that is not there', inputOf(changed(chartsOwn, arg('app-port', '0'), arg('app-channel-address', ''), probes({}))), ['DS401', 'DS402']], // prettier-ignore
  ['a limit that is the request', inputOf(changed(deployment, container({ resources: { limits: { memory: '1Gi' } } })))], // prettier-ignore
  ['a request without a limit', inputOf(changed(deployment, container({ resources: { requests: { memory: '1Gi' } } }), env('GOMEMLIMIT', undefined)))], // prettier-ignore
  ['replicas on two nodes', inputOf(deployment, { pods: onNodes('a', 'a', 'b') })], // prettier-ignore
  ['one replica', inputOf(deployment, { pods: onNodes('a') })],
  ['replicas on the only node', inputOf(deployment, { pods: onNodes('a', 'a'), nodes: { ready: 1, total: 1 } })], // prettier-ignore
  ['replicas on nodes that are not known', inputOf(deployment, { pods: onNodes('a', 'a'), nodes: undefined })], // prettier-ignore
  ['replicas that have no node yet', inputOf(deployment, { pods: onNodes('a', 'a').map(p => ({ ...p, spec: {} })) })], // prettier-ignore
  ['replicas that are not known', inputOf(deployment, { pods: undefined })],
  ['a DaemonSet that seems to be on one node', inputOf(daemonset, { pods: onNodes('a', 'a') })], // prettier-ignore
  ['a DaemonSet on the only node', inputOf(changed(daemonset, policy('Cluster')), { nodes: { ready: 1, total: 1 } })], // prettier-ignore
  ['a second Service that is local', inputOf(daemonset, { services: [...changed(daemonset, policy('Cluster')), ...daemonset].filter(o => o.kind === 'Service') })], // prettier-ignore
  ['a DaemonSet whose Services are not known', inputOf(daemonset, { services: undefined })], // prettier-ignore
  ['a local Service on every node', inputOf(changed(daemonset, scheduled(3)))],
  ['a local Service before the DaemonSet runs', inputOf(daemonset)],
  ['a local Service on nodes that are not known', inputOf(changed(daemonset, scheduled(1)), { nodes: undefined })], // prettier-ignore
  ['a Deployment that is not local', inputOf(changed(deployment, policy('Cluster')))], // prettier-ignore
];
