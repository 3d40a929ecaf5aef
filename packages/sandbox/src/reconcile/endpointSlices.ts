import {
  asArray,
  asNumber,
  asString,
  asStringMap,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest, matchesLabels, uidFor } from '../kube';
import { isPodReady } from './pods';

/** The EndpointSlice of each Service that selects pods. */
export function endpointSlices(
  services: readonly ApiObject[],
  pods: readonly ApiObject[],
): ApiObject[] {
  return services.flatMap(service => {
    const selector = asStringMap(at(service, 'spec', 'selector'));
    if (Object.keys(selector).length === 0) return [];
    const selected = pods.filter(
      pod =>
        pod.metadata.namespace === service.metadata.namespace &&
        matchesLabels(selector, asStringMap(pod.metadata.labels)) &&
        at(pod, 'status', 'podIP') !== undefined,
    );
    return [sliceOf(service, selected)];
  });
}

function sliceOf(service: ApiObject, pods: readonly ApiObject[]): ApiObject {
  const { name, namespace, uid, creationTimestamp } = service.metadata;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${digest(`${uid}/slice`, 5)}`,
      generateName: `${name}-`,
      namespace,
      uid: uidFor(`${uid}/slice`),
      generation: 1,
      creationTimestamp,
      labels: {
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': name,
      },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    addressType: 'IPv4',
    endpoints: pods.map(pod => {
      const ready = isPodReady(pod);
      return {
        addresses: [asString(at(pod, 'status', 'podIP'))],
        conditions: { ready, serving: ready, terminating: false },
        targetRef: {
          kind: 'Pod',
          namespace,
          name: pod.metadata.name,
          uid: pod.metadata.uid,
        },
        nodeName: at(pod, 'spec', 'nodeName'),
      };
    }),
    ports: asArray(at(service, 'spec', 'ports')).flatMap(port => {
      const number = portNumber(port, pods);
      return number === undefined
        ? []
        : [
            {
              name: asString(at(port, 'name')) ?? '',
              port: number,
              protocol: asString(at(port, 'protocol')) ?? 'TCP',
            },
          ];
    }),
  };
}

/** A target port by number, or by the name of a container's port. */
function portNumber(
  port: unknown,
  pods: readonly ApiObject[],
): number | undefined {
  const target = at(port, 'targetPort') ?? at(port, 'port');
  if (typeof target === 'number') return target;
  return pods
    .flatMap(pod => asArray(at(pod, 'spec', 'containers')))
    .flatMap(container => asArray(at(container, 'ports')))
    .filter(entry => at(entry, 'name') === target)
    .map(entry => asNumber(at(entry, 'containerPort')))
    .find(number => number !== undefined);
}
