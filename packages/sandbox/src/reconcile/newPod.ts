import { asRecord, asStringMap, at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest, timestamp, uidFor } from '../kube';

/** A pod from a workload's template, as its controller creates it. */
export function newPod(options: {
  owner: ApiObject;
  labels: Record<string, string>;
  /** Tells siblings apart. */
  ordinal: string;
  /** Undefined where no node takes it. */
  nodeName: string | undefined;
  /** Why no node takes it. */
  unschedulable: string;
  now: Date;
}): ApiObject {
  const { owner, ordinal, nodeName, now } = options;
  const template = at(owner, 'spec', 'template');
  const prefix = `${owner.metadata.name}-`;
  const seed = `${owner.metadata.uid}/${ordinal}/${now.getTime()}`;
  const pod: ApiObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${prefix}${digest(seed, 5)}`,
      generateName: prefix,
      namespace: owner.metadata.namespace,
      uid: uidFor(seed),
      creationTimestamp: timestamp(now),
      labels: {
        ...asStringMap(at(template, 'metadata', 'labels')),
        ...options.labels,
      },
      annotations: asStringMap(at(template, 'metadata', 'annotations')),
      ownerReferences: [ownerReference(owner)],
    },
    spec: {
      ...asRecord(at(template, 'spec')),
      ...(nodeName ? { nodeName } : {}),
    },
  };
  if (nodeName) return { ...pod, status: { phase: 'Pending' } };
  return {
    ...pod,
    status: {
      phase: 'Pending',
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          lastProbeTime: null,
          lastTransitionTime: timestamp(now),
          reason: 'Unschedulable',
          message: options.unschedulable,
        },
      ],
      qosClass: 'BestEffort',
    },
  };
}

export function ownerReference(owner: ApiObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}
