import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest, timestamp, uidFor } from '../kube';
import { judgeDaprd } from './daprd';
import { readDaprdPod } from './daprdPod';
import { isPodReady } from './pods';
import type { World } from './world';

interface Occurrence {
  reason: string;
  message: string;
  /** Component that reports it. */
  from: string;
}

/**
 * Warnings about pods that are not ready, as kubelet and scheduler give them.
 * An event stays as it was first told: only a real server counts repetitions.
 */
export function eventsOf(
  pods: readonly ApiObject[],
  world: World,
): ApiObject[] {
  const { objects, now } = world;
  return pods
    .filter(pod => !isPodReady(pod))
    .flatMap(pod => occurrences(pod, world).map(found => eventOf(pod, found)));

  function eventOf(pod: ApiObject, found: Occurrence): ApiObject {
    const { name, namespace, uid } = pod.metadata;
    const id = digest(`${uid}/${found.reason}/${found.message}`, 16);
    const eventName = `${name}.${id}`;
    return (
      objects.get('Event', namespace, eventName) ?? {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: {
          name: eventName,
          namespace,
          uid: uidFor(`${uid}/${id}`),
          creationTimestamp: timestamp(now),
        },
        involvedObject: { kind: 'Pod', namespace, name, uid, apiVersion: 'v1' },
        reason: found.reason,
        message: found.message,
        source: { component: found.from },
        firstTimestamp: timestamp(now),
        lastTimestamp: timestamp(now),
        count: 1,
        type: 'Warning',
        eventTime: null,
        reportingComponent: found.from,
        reportingInstance: '',
      }
    );
  }
}

function occurrences(pod: ApiObject, world: World): Occurrence[] {
  const unschedulable = asArray(at(pod, 'status', 'conditions')).find(
    condition => at(condition, 'reason') === 'Unschedulable',
  );
  if (unschedulable) {
    const message = asString(at(unschedulable, 'message')) ?? '';
    return [{ reason: 'FailedScheduling', message, from: 'default-scheduler' }];
  }
  const statuses = [
    ...asArray(at(pod, 'status', 'initContainerStatuses')),
    ...asArray(at(pod, 'status', 'containerStatuses')),
  ];
  return statuses.flatMap(status => {
    const found = trouble(pod, status) ?? unhealthy(pod, status, world);
    return found ? [{ ...found, from: 'kubelet' }] : [];
  });
}

function trouble(
  pod: ApiObject,
  status: unknown,
): Omit<Occurrence, 'from'> | undefined {
  const { name, namespace, uid } = pod.metadata;
  const container = asString(at(status, 'name'));
  const message = asString(at(status, 'state', 'waiting', 'message')) ?? '';
  switch (at(status, 'state', 'waiting', 'reason')) {
    case 'CrashLoopBackOff':
      return {
        reason: 'BackOff',
        message: `Back-off restarting failed container ${container} in pod ${name}_${namespace}(${uid})`,
      };
    case 'ImagePullBackOff':
      return { reason: 'BackOff', message };
    case 'ErrImagePull':
      return { reason: 'Failed', message: `Failed to pull image "${at(status, 'image')}": ${message}` }; // prettier-ignore
    case 'CreateContainerConfigError':
      return { reason: 'Failed', message: `Error: ${message}` };
    default:
      return undefined;
  }
}

/** A readiness probe that fails: nobody answers, or daprd says that it is not ready. */
function unhealthy(
  pod: ApiObject,
  status: unknown,
  world: World,
): Omit<Occurrence, 'from'> | undefined {
  const daprd = readDaprdPod(pod);
  if (!daprd || at(status, 'name') !== 'daprd' || !at(status, 'state', 'running')) return undefined; // prettier-ignore
  const verdict = judgeDaprd(daprd, world);
  if (verdict.kind !== 'waiting') return undefined;
  const address = `${at(pod, 'status', 'podIP')}:3501`;
  return {
    reason: 'Unhealthy',
    message:
      verdict.at === 'app'
        ? 'Readiness probe failed: HTTP probe failed with statuscode: 500'
        : `Readiness probe failed: Get "http://${address}/v1.0/healthz": dial tcp ${address}: connect: connection refused`,
  };
}
