import {
  asArray,
  asString,
  at,
  type CheckInput,
  type ControlPlane,
  type Instance,
  type KubeObject,
  readControlPlane,
  readMtls,
} from 'backstage-plugin-dapr-shared-common';
import type { Facts } from './facts';
import { groupBy } from './groupBy';
import { isLive } from './objects';

/** What is known of an instance beside itself. */
export type Evidence = Omit<CheckInput, 'instance' | 'now'>;

/**
 * What else is known when instances are checked. A file shows what comes with
 * an instance, never that anything else is absent; a dump of a cluster does, as
 * far as it was not cut by a selector: then it has nothing but what the chart
 * made.
 *
 * @returns what is known of an instance, given the objects rendered with it
 */
export function evidenceOf(
  objects: readonly KubeObject[],
  facts: Facts,
): (instance: Instance, rendered?: readonly KubeObject[]) => Evidence {
  // Instances are many in a dump, and each needs few of the objects.
  const byNamespace = groupBy(objects, o => o.metadata?.namespace);
  const live = objects.filter(isLive);
  const shared = {
    controlPlane: facts.controlPlane ?? controlPlaneOf(live),
    nodes: facts.nodes ?? nodesOf(live),
    clusterDomain: facts.clusterDomain,
  };
  return (instance, rendered = []) => {
    const near = [...new Set([undefined, ...namespacesOf(instance)])].flatMap(
      namespace => byNamespace.get(namespace) ?? [],
    );
    return { ...shared, ...evidenceAmong([...rendered, ...near], instance) };
  };
}

function evidenceAmong(
  objects: readonly KubeObject[],
  instance: Instance,
): Evidence {
  const live = objects.filter(isLive);
  const known = (kind: string, isForeign: (object: KubeObject) => boolean) => {
    const found = live.filter(object => object.kind === kind);
    return found.some(isForeign) ? found : undefined;
  };
  const inNamespace = ({ metadata }: KubeObject) =>
    metadata?.namespace === instance.namespace;
  const isForeign = (object: KubeObject) =>
    inNamespace(object) && !serviceName(object)?.endsWith('-dapr');
  return {
    objects,
    pods: known('Pod', inNamespace),
    events: known('Event', inNamespace),
    services: isLive(instance.workloads[0].object)
      ? known('Service', isForeign)
      : written(objects, 'Service'),
    endpointSlices: known('EndpointSlice', isForeign),
  };
}

/** Its own, and its app channel's: `service.namespace.svc.…`. */
function namespacesOf({ namespace, appChannel }: Instance): string[] {
  const channel = appChannel?.host?.split('.')[1];
  return channel ? [namespace, channel] : [namespace];
}

/** Those that come with an instance that is not on a cluster yet. */
function written(
  objects: readonly KubeObject[],
  kind: string,
): KubeObject[] | undefined {
  const found = objects.filter(object => object.kind === kind);
  return found.length > 0 ? found : undefined;
}

function serviceName({ kind, metadata }: KubeObject): string | undefined {
  return kind === 'Service'
    ? metadata?.name
    : metadata?.labels?.['kubernetes.io/service-name'];
}

function controlPlaneOf(live: readonly KubeObject[]): ControlPlane | undefined {
  const found = readControlPlane(live.filter(o => o.kind === 'Deployment'));
  const configuration = live.find(
    ({ kind, metadata }) =>
      kind === 'Configuration' && metadata?.name === 'daprsystem',
  );
  return found ? { ...found, ...readMtls(configuration) } : undefined;
}

function nodesOf(live: readonly KubeObject[]): Facts['nodes'] {
  const nodes = live.filter(({ kind }) => kind === 'Node');
  if (nodes.length === 0) return undefined;
  const ready = nodes.filter(node =>
    asArray(at(node, 'status', 'conditions')).some(
      condition =>
        asString(at(condition, 'type')) === 'Ready' &&
        asString(at(condition, 'status')) === 'True',
    ),
  );
  return { ready: ready.length, total: nodes.length };
}
