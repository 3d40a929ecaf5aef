import { at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest } from '../kube';
import { newPod } from './newPod';
import { isPodReady, ownedBy, podsRefused } from './pods';
import { withStatus } from './podStatus';
import { nodesFor } from './scheduling';
import type { World } from './world';

const HASH = 'controller-revision-hash';

/** A DaemonSet with its pods, one step further. */
export function reconcileDaemonSet(
  daemonSet: ApiObject,
  world: World,
): ApiObject[] {
  const { objects, now } = world;
  const hash = digest(JSON.stringify(at(daemonSet, 'spec', 'template')), 10);
  const nodes = nodesFor(daemonSet, objects).map(node => node.metadata.name);
  const refused = podsRefused(daemonSet, daemonSet.metadata.name, objects);
  const running = rollOut(ownedBy(daemonSet, 'Pod', objects), hash);
  const pods = (refused ? [] : nodes).map(
    nodeName =>
      running.find(pod => at(pod, 'spec', 'nodeName') === nodeName) ??
      newPod({
        owner: daemonSet,
        labels: { [HASH]: hash, 'pod-template-generation': String(daemonSet.metadata.generation ?? 1) }, // prettier-ignore
        ordinal: nodeName,
        nodeName,
        unschedulable: '',
        now,
      }),
  );
  const current = pods.map(pod => withStatus(pod, world));
  const ready = current.filter(isPodReady).length;
  const updated = current.filter(pod => isUpdated(pod, hash)).length;
  const unavailable = nodes.length - ready;
  return [
    {
      ...daemonSet,
      status: {
        currentNumberScheduled: current.length,
        numberMisscheduled: 0,
        desiredNumberScheduled: nodes.length,
        numberReady: ready,
        observedGeneration: daemonSet.metadata.generation,
        ...(updated > 0 ? { updatedNumberScheduled: updated } : {}),
        ...(ready > 0 ? { numberAvailable: ready } : {}),
        ...(unavailable > 0 ? { numberUnavailable: unavailable } : {}),
      },
    },
    ...current,
  ];
}

/**
 * Pods that stay: outdated ones go as soon as they are not ready, ready ones
 * one at a time, when nothing else is unavailable (`maxUnavailable: 1`).
 */
function rollOut(pods: readonly ApiObject[], hash: string): ApiObject[] {
  const kept = pods.filter(pod => isUpdated(pod, hash) || isPodReady(pod));
  const outdated = kept.find(pod => !isUpdated(pod, hash));
  const allReady = kept.length === pods.length && kept.every(isPodReady);
  return outdated && allReady ? kept.filter(pod => pod !== outdated) : kept;
}

function isUpdated(pod: ApiObject, hash: string): boolean {
  return pod.metadata.labels?.[HASH] === hash;
}
