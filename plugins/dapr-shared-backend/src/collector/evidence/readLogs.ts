import type {
  ContainerLog,
  Instance,
} from 'backstage-plugin-dapr-shared-common';
import type { Get } from '../list';
import type { FindPods } from '../podIndex';
import { type LogRequest, logRequests } from './logRequests';
import type { Refusals } from './refusals';

/** Last lines of a container that are asked for. */
const TAIL_LINES = 100;

/** What they may weigh together: a line may be of any length. */
const LIMIT_BYTES = 128 * 1024;

/**
 * Reads the last lines of containers in trouble, as far as that is allowed.
 *
 * @param instances - those that are not healthy
 */
export async function readLogs(
  get: Get,
  refusals: Refusals,
  instances: readonly Instance[],
  podsOf: FindPods,
): Promise<ReadonlyMap<Instance, ContainerLog[]>> {
  const logs = new Map<Instance, ContainerLog[]>();
  await Promise.all(
    logRequests(instances, podsOf).map(async request => {
      const { instance, pod, container, previous } = request;
      const lines = await readLines(get, refusals, request);
      if (!lines) return;
      const log = { pod, container, previous, lines };
      logs.set(instance, [...(logs.get(instance) ?? []), log]);
    }),
  );
  return logs;
}

async function readLines(
  get: Get,
  refusals: Refusals,
  { instance, pod, container, previous }: LogRequest,
): Promise<string[] | undefined> {
  const inside = `/api/v1/namespaces/${encodeURIComponent(instance.namespace)}`;
  const query = new URLSearchParams({
    container,
    ...(previous ? { previous: 'true' } : {}),
    tailLines: String(TAIL_LINES),
    limitBytes: String(LIMIT_BYTES),
  });
  const path = `${inside}/pods/${encodeURIComponent(pod)}/log?${query}`;
  const result = await refusals.ask(`${inside}/pods/log`, () =>
    get(path, 'text'),
  );
  return typeof result?.body === 'string'
    ? result.body.split('\n').filter(line => line.trim() !== '')
    : undefined;
}
