import { sizingFigures } from './figures';
import type { AdviceInput, CountRange, HostingStrategy } from './types';

/** How many daprd run, or what would have to be known to tell. */
export type Count =
  | { daprds: CountRange; dependsOn?: undefined }
  | { daprds?: undefined; dependsOn: string };

/**
 * The count of daprd over all app ids:
 *
 * - sidecar = app pods × app ids
 * - DaemonSet = nodes × app ids
 * - Deployment = replicas × app ids
 *
 * Source: a sidecar is injected into each pod (Dapr docs, "Dapr sidecar
 * overview"); the shared chart makes one workload per app id (dapr/dapr-shared).
 */
export function countDaprd(
  strategy: HostingStrategy,
  input: AdviceInput,
): Count {
  const { appIds = 1, appPods, readyNodes } = input;
  const times = ({ min, max }: CountRange): Count => ({
    daprds: { min: min * appIds, max: max * appIds },
  });
  switch (strategy) {
    case 'sidecar':
      return appPods ? times(appPods) : { dependsOn: 'app pods' };
    case 'daemonset':
      return readyNodes === undefined
        ? { dependsOn: 'nodes' }
        : times(same(readyNodes));
    default:
      return times(same(replicasOf(input)));
  }
}

/**
 * Replicas of a shared Deployment: those asked for; else two, or as many as
 * carry the requests within their CPU limit:
 * `⌈requests per second ÷ 1000 × CPU per 1000 ÷ CPU limit⌉`.
 */
export function replicasOf({ replicas, requestsPerSecond = 0 }: AdviceInput) {
  const { availability, cpuLimit, cpuPer1000Requests } = sizingFigures;
  const millicores = (requestsPerSecond / 1000) * cpuPer1000Requests.value;
  return (
    replicas ??
    Math.max(availability.value, Math.ceil(millicores / cpuLimit.value))
  );
}

/** Each daprd's share, taken so many times. */
export function scaled(
  range: CountRange | undefined,
  factor: number,
): CountRange | undefined {
  return range && { min: range.min * factor, max: range.max * factor };
}

/** A number that does not move. */
export function same(count: number): CountRange {
  return { min: count, max: count };
}
