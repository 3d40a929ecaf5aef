import {
  asArray,
  asNumber,
  asRecord,
  asString,
  asStringMap,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest, timestamp, uidFor } from '../kube';
import { deploymentStatus } from './deploymentStatus';
import { newPod, ownerReference } from './newPod';
import { isPodReady, ownedBy, podsRefused } from './pods';
import { withStatus } from './podStatus';
import { nodesFor, unschedulable } from './scheduling';
import type { World } from './world';

const HASH = 'pod-template-hash';

/** A Deployment with its ReplicaSets and pods, one step further. */
export function reconcileDeployment(
  deployment: ApiObject,
  world: World,
): ApiObject[] {
  const { objects } = world;
  const desired = asNumber(at(deployment, 'spec', 'replicas')) ?? 1;
  const existing = ownedBy(deployment, 'ReplicaSet', objects);
  const hash = digest(JSON.stringify(at(deployment, 'spec', 'template')), 10);
  const current =
    existing.find(set => set.metadata.labels?.[HASH] === hash) ??
    newReplicaSet(deployment, hash, existing.length + 1, world.now);
  const outdated = existing.filter(set => set.metadata.uid !== current.metadata.uid); // prettier-ignore
  const refused = podsRefused(deployment, current.metadata.name, objects);

  const updated = (refused ? [] : scale(current, desired, hash, world)).map(
    pod => withStatus(pod, world),
  );
  // What runs is kept until its successor is ready.
  const missing = desired - updated.filter(isPodReady).length;
  const old = outdated
    .flatMap(set => ownedBy(set, 'Pod', objects))
    .slice(0, Math.max(0, missing));
  const replicaSets = [
    withCounts(current, desired, updated),
    ...outdated.map(set => {
      const pods = old.filter(pod => isOwnedBy(pod, set));
      return withCounts(set, pods.length, pods);
    }),
  ];
  const status = deploymentStatus(deployment, {
    replicaSet: current,
    desired,
    updated,
    old,
    refused,
    now: world.now,
  });
  const annotations = {
    'deployment.kubernetes.io/revision': String(existing.length || 1),
    ...deployment.metadata.annotations,
  };
  return [
    { ...deployment, metadata: { ...deployment.metadata, annotations }, status }, // prettier-ignore
    ...replicaSets,
    ...updated,
    ...old,
  ];
}

/** Pods of the current ReplicaSet: what there is, what is missing, and no more. */
function scale(
  set: ApiObject,
  desired: number,
  hash: string,
  { objects, now }: World,
): ApiObject[] {
  const pods = ownedBy(set, 'Pod', objects).slice(0, desired);
  const nodes = nodesFor(set, objects);
  for (let ordinal = pods.length; ordinal < desired; ordinal++) {
    const node = nodes[(ordinal + parseInt(hash.slice(0, 2), 16)) % nodes.length]; // prettier-ignore
    pods.push(
      newPod({
        owner: set,
        labels: { [HASH]: hash },
        ordinal: String(ordinal),
        nodeName: node?.metadata.name,
        unschedulable: unschedulable(objects),
        now,
      }),
    );
  }
  return pods;
}

function newReplicaSet(
  deployment: ApiObject,
  hash: string,
  revision: number,
  now: Date,
): ApiObject {
  const template = at(deployment, 'spec', 'template');
  const labels = {
    ...asStringMap(at(template, 'metadata', 'labels')),
    [HASH]: hash,
  };
  const matchLabels = {
    ...asStringMap(at(deployment, 'spec', 'selector', 'matchLabels')),
    [HASH]: hash,
  };
  const name = `${deployment.metadata.name}-${hash}`;
  const metadata = { ...asRecord(at(template, 'metadata')), labels };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      namespace: deployment.metadata.namespace,
      uid: uidFor(`${deployment.metadata.uid}/${hash}`),
      generation: 1,
      creationTimestamp: timestamp(now),
      labels,
      annotations: { 'deployment.kubernetes.io/revision': String(revision) },
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      selector: { matchLabels },
      template: { ...asRecord(template), metadata },
    },
  };
}

function withCounts(
  set: ApiObject,
  replicas: number,
  pods: readonly ApiObject[],
): ApiObject {
  const ready = pods.filter(isPodReady).length;
  return {
    ...set,
    spec: { ...asRecord(set.spec), replicas },
    status: {
      replicas: pods.length,
      ...(pods.length > 0 ? { fullyLabeledReplicas: pods.length } : {}),
      ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
      observedGeneration: set.metadata.generation,
    },
  };
}

function isOwnedBy(pod: ApiObject, owner: ApiObject): boolean {
  return asArray(pod.metadata.ownerReferences).some(
    reference => asString(at(reference, 'uid')) === owner.metadata.uid,
  );
}
