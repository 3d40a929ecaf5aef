import type { Quantities, Resources } from './overlay';
import { isCpu, memoryBytes } from './overlay/quantity';

/** What is wrong with CPU and memory that a request asks for. */
export function quantitiesProblem(
  resources: 'recommended' | Resources,
): string | undefined {
  if (resources === 'recommended') return undefined;
  const { requests, limits } = resources;
  const asked = [requests, limits].filter(q => q !== undefined);
  if (asked.length === 0) {
    return 'must have requests or limits. Write "recommended" for those of Dapr\'s documentation.';
  }
  const wrong = asked.flatMap(wrongQuantities)[0];
  if (wrong !== undefined) {
    return `must be quantities of Kubernetes; "${wrong}" is none. Write for example cpu "100m" and memory "250Mi".`;
  }
  const request = bytes(requests);
  const limit = bytes(limits);
  return request !== undefined && limit !== undefined && request > limit
    ? `must not request more memory (${requests?.memory}) than the limit (${limits?.memory}).`
    : undefined;
}

function bytes(quantities: Quantities | undefined): number | undefined {
  return quantities?.memory === undefined
    ? undefined
    : memoryBytes(quantities.memory);
}

function wrongQuantities({ cpu, memory }: Quantities): string[] {
  return [
    ...(cpu === undefined || isCpu(cpu) ? [] : [cpu]),
    ...(memory === undefined || memoryBytes(memory) !== undefined
      ? []
      : [memory]),
  ];
}
