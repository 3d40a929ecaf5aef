import { inspect } from '../../../instance';
import daemonsets from '../../../instance/__fixtures__/trouble/daemonsets.json';
import deployments from '../../../instance/__fixtures__/trouble/deployments.json';
import pods from '../../../instance/__fixtures__/trouble/pods.json';
import troubleEvents from '../../__fixtures__/trouble/events.json';
import type { CheckInput } from '../../input';
import { event, given, livePod, now, podNames } from '../live';
import type { Failure } from './types';

/** An instance of the captured troubles. */
export function trouble(
  appId: string,
  known: Partial<CheckInput> = {},
): CheckInput {
  const instance = inspect([daemonsets, deployments]).find(i => i.appId === appId); // prettier-ignore
  if (!instance) throw new Error(`there is no ${appId}`);
  return { instance, now, pods: pods.items, ...known };
}

const events = troubleEvents.items;

/** A Deployment of the captured troubles, with other fields. */
function deployment(spec: object, status: object): CheckInput {
  const object = deployments.items.find(({ metadata }) => metadata.name.startsWith('crashing')); // prettier-ignore
  const [instance] = inspect([
    {
      ...object,
      kind: 'Deployment',
      spec: { ...object?.spec, ...spec },
      status: { observedGeneration: 1, replicas: 2, readyReplicas: 2, updatedReplicas: 2, availableReplicas: 2, ...status }, // prettier-ignore
    },
  ]);
  if (!instance) throw new Error('there is no Deployment');
  return { instance, now, pods: [] };
}
const DS = { kind: 'DaemonSet', name: 'orders-dapr-shared-chart' };

/** No pod is there, and an event may say why. */
const refused = (message: string) => ({
  status: given(undefined, { pods: [] }, { status: { numberReady: 0 } }),
  '+ events': given(
    undefined,
    { pods: [], events: [event('FailedCreate', `Error creating: pods "orders-x" is forbidden: ${message}`, DS)] }, // prettier-ignore
    { status: { numberReady: 0 } },
  ),
});

const place = (status: object, withEvents?: string) => ({
  status: given({ status: { containerStatuses: [], initContainerStatuses: [], ...status } }), // prettier-ignore
  ...(withEvents
    ? {
        '+ events': given(
          { status: { containerStatuses: [], initContainerStatuses: [], ...status } }, // prettier-ignore
          { events: [event('FailedScheduling', withEvents)] },
        ),
      }
    : {}),
});

const pending = (message?: string) => ({
  phase: 'Pending',
  conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }], // prettier-ignore
});

export const workloads: readonly Failure[] = [
  { name: 'captured: no-account', given: { status: trouble('no-account'), '+ events': trouble('no-account', { events }) } },
  { name: 'captured: unschedulable', given: { status: trouble('unschedulable'), '+ events': trouble('unschedulable', { events }) } },
  { name: 'captured: unpullable', given: { status: trouble('unpullable'), '+ events': trouble('unpullable', { events }) } },
  { name: 'captured: crashing', given: { status: trouble('crashing'), '+ events': trouble('crashing', { events }) } },
  { name: 'captured: initfail', given: { status: trouble('initfail'), '+ events': trouble('initfail', { events }) } },
  { name: 'captured: ds-partial', given: { status: trouble('ds-partial'), '+ events': trouble('ds-partial', { events }) } },
  { name: 'ServiceAccount missing', given: refused('error looking up service account shop/missing: serviceaccount "missing" not found') },
  { name: 'quota exceeded', given: refused('exceeded quota: compute, requested: limits.memory=1000Mi, used: limits.memory=4Gi, limited: limits.memory=4Gi') },
  { name: 'quota wants requests', given: refused('failed quota: compute: must specify limits.cpu for: shared-init-container; limits.memory for: shared-init-container') },
  { name: 'limit range', given: refused('minimum memory usage per Container is 512Mi, but request is 250Mi') },
  { name: 'PodSecurity', given: refused('violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "daprd" must set securityContext.allowPrivilegeEscalation=false)') },
  { name: 'webhook denies', given: refused('admission webhook "validate.kyverno.svc-fail" denied the request: resource requests are required') },
  { name: 'API server refuses otherwise', given: refused('no PriorityClass with name gold was found') },
  { name: 'DaemonSet without nodes', given: { status: given(undefined, { pods: [], nodes: { ready: 3, total: 3 } }, { status: { desiredNumberScheduled: 0, numberReady: 0 }, pod: { nodeSelector: { disk: 'ssd' } } }) } },
  { name: 'DaemonSet without nodes, by taints', given: { status: given(undefined, { pods: [] }, { status: { desiredNumberScheduled: 0, numberReady: 0 }, pod: { nodeSelector: undefined } }) } },
  { name: 'Deployment scaled to 0', given: { status: deployment({ replicas: 0 }, {}) } },
  { name: 'rollout past its deadline', given: { status: deployment({}, { conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'ReplicaSet "orders-1" has timed out progressing.' }] }) } },
  { name: 'rollout paused', given: { status: deployment({ paused: true }, { updatedReplicas: 0 }) } },
  { name: 'updates wait for deletion', given: { status: given(undefined, {}, { status: { updatedNumberScheduled: 1 }, spec: { updateStrategy: { type: 'OnDelete' } } }) } },
  { name: 'not enough CPU', given: place(pending('0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available.')) },
  { name: 'tainted nodes', given: place(pending('0/3 nodes are available: 3 node(s) had untolerated taint {gpu: true}. preemption: none.')) },
  { name: 'volume claim unbound', given: place(pending('0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: none.')) },
  { name: 'host port taken', given: place(pending("0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.")) },
  { name: 'spread cannot be kept', given: place(pending("0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.")) },
  { name: 'nodes cordoned', given: place(pending('0/3 nodes are available: 3 node(s) were unschedulable.')) },
  { name: 'unschedulable, told by events alone', given: place(pending(), '0/3 nodes are available: 3 Too many pods.') },
  { name: 'scheduling gate', given: place({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated', message: 'Scheduling is blocked due to non-empty scheduling gates' }] }) },
  { name: 'evicted for memory', given: place({ phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory. Threshold quantity: 100Mi, available: 50Mi.' }) },
  { name: 'evicted for disk', given: place({ phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: ephemeral-storage.' }) },
  { name: 'preempted', given: place({ phase: 'Failed', reason: 'Preempting', message: 'Preempted in order to admit critical pod' }) },
  { name: 'node shut down', given: place({ phase: 'Failed', reason: 'Terminated', message: 'Pod was terminated in response to imminent node shutdown.' }) },
  { name: 'node lost', given: { status: given({ status: { conditions: [{ type: 'Ready', status: 'False' }] } }) } },
  { name: 'node lost, pod going', given: { status: given(undefined, { pods: [{ ...livePod(0, { status: { reason: 'NodeLost', message: 'Node node-3 which was running pod is unresponsive' } }), metadata: { ...livePod(0).metadata, name: podNames[0], deletionTimestamp: '2026-11-22T15:00:00Z' } }, livePod(1), livePod(2)] }, { status: { numberReady: 2 } }) } },
]; // prettier-ignore
