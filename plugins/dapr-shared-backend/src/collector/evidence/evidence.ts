import {
  type CheckInput,
  type ContainerLog,
  health,
  type Instance,
  type KubeObject,
} from 'backstage-plugin-dapr-shared-common';
import { type Get, listAll } from '../list';
import type { FindPods } from '../podIndex';
import { chunks } from '../podQueries';
import { type ByNamespace, group, listByNamespace } from './byNamespace';
import { channelService } from './channelService';
import { readLogs } from './readLogs';
import type { Refusals } from './refusals';

/** What tells why an instance does not work, as far as it could be read. */
export interface Evidence {
  services: ByNamespace;
  /** Of the app channels' Services alone. */
  endpointSlices: ByNamespace;
  /** Warnings, and only of namespaces with an instance that is not healthy. */
  events: ByNamespace;
  logs: ReadonlyMap<Instance, ContainerLog[]>;
}

/** What is asked of a cluster, and how. */
export interface EvidenceOptions {
  now: Date;
  /** Whether to read last log lines of pods in trouble. */
  logs: boolean;
  refusals: Refusals;
}

/**
 * Reads what the checks go by beside the workloads. None of it is needed:
 * what may not be read is unknown, and costs the cluster no bad mark. A
 * cluster whose instances are all healthy is asked for no event and no log.
 */
export async function readEvidence(
  get: Get,
  known: { instances: readonly Instance[]; podsOf: FindPods },
  options: EvidenceOptions,
): Promise<Evidence> {
  const { instances, podsOf } = known;
  const { now, refusals } = options;
  const ill = instances.filter(
    instance =>
      health({ instance, pods: podsOf(instance), now }).status !== 'healthy',
  );
  const channels = instances.flatMap(i => channelService(i) ?? []);
  const namespaces = [...instances, ...channels].map(i => i.namespace);
  const [services, endpointSlices, events, logs] = await Promise.all([
    listByNamespace(get, refusals, { resource: 'services', kind: 'Service' }, new Set(namespaces)), // prettier-ignore
    listSlices(get, refusals, channels),
    listByNamespace(
      get,
      refusals,
      { resource: 'events', kind: 'Event', query: { fieldSelector: 'type=Warning' } }, // prettier-ignore
      new Set(ill.map(i => i.namespace)),
    ),
    options.logs ? readLogs(get, refusals, ill, podsOf) : new Map(),
  ]);
  return { services, endpointSlices, events, logs };
}

/** What of it concerns an instance. */
export function evidenceOf(
  instance: Instance,
  { services, endpointSlices, events, logs }: Evidence,
): Pick<CheckInput, 'services' | 'endpointSlices' | 'events' | 'logs'> {
  const own = services.get(instance.namespace);
  const channel = channelService(instance)?.namespace ?? instance.namespace;
  const others = services.get(channel);
  return {
    // With a part of them alone, a Service would seem to be missing.
    services: own && others && [...new Set([...own, ...others])],
    endpointSlices: endpointSlices.get(channel),
    events: events.get(instance.namespace),
    logs: logs.get(instance),
  };
}

/** By the Service they belong to, since a namespace may have thousands. */
async function listSlices(
  get: Get,
  refusals: Refusals,
  channels: readonly { namespace: string; name: string }[],
): Promise<ByNamespace> {
  const path = '/apis/discovery.k8s.io/v1/endpointslices';
  const names = [...new Set(channels.map(({ name }) => name))].sort();
  const items: KubeObject[] = [];
  for (const some of chunks(names)) {
    const labelSelector = `kubernetes.io/service-name in (${some.join(',')})`;
    const result = await refusals.ask(path, () =>
      listAll(get, path, 'EndpointSlice', { labelSelector }),
    );
    if (!result) return new Map();
    for (const item of result.items) items.push(item);
  }
  return group(items, new Set(channels.map(({ namespace }) => namespace)));
}
