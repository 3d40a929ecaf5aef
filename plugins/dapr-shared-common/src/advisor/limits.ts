import { sizingFigures } from './figures';
import type { AdviceInput } from './types';

const { cpuPer1000Requests, memoryPer1000Requests, latencyP90, latencyP99 } =
  sizingFigures;

/** What the estimate does not tell, for this app. */
export function limitsOf(input: AdviceInput): string[] {
  const { requestsPerSecond, replicas, appIds } = input;
  return [
    'CPU and memory are what Dapr’s documentation recommends to reserve for one daprd, not what yours will use.',
    `Dapr measured +${latencyP90.value} ms (p90) and +${latencyP99.value} ms (p99) for two sidecars of Dapr 1.0; for a shared daprd, with its network hop, no figures are published.`,
    ...(appIds === undefined
      ? ['Counted for one app id; a DaemonSet and a Deployment cost as much again for each further one.'] // prettier-ignore
      : []),
    ...(requestsPerSecond === undefined ? [] : [loadOf(requestsPerSecond)]),
    ...(requestsPerSecond === undefined && replicas === undefined
      ? ['The request rate is not known: replicas of a Deployment are counted for availability alone.'] // prettier-ignore
      : []),
    'Components, pub/sub and bindings take CPU and memory of their own, which are not in the figures.',
  ];
}

/** Linear in the rate, per app id, wherever daprd runs. */
function loadOf(requestsPerSecond: number): string {
  const thousands = requestsPerSecond / 1000;
  const millicores = Math.ceil(thousands * cpuPer1000Requests.value);
  const megabytes = Math.ceil(thousands * memoryPer1000Requests.value);
  return `${requestsPerSecond} requests per second take about ${millicores} millicores and ${megabytes} MB per app id beyond what an idle daprd does, wherever it runs; measured with two sidecars of Dapr 1.0.`;
}
