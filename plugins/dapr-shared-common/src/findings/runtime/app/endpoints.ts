import {
  asArray,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from '../../../objects';
import type { ServiceName } from '../address';

/** How many pods stand behind a Service, as its EndpointSlices say. */
export interface Endpoints {
  ready: number;
  notReady: number;
}

/** Undefined where EndpointSlices are not known. */
export function endpointsOf(
  slices: readonly KubeObject[] | undefined,
  { name, namespace }: ServiceName,
): Endpoints | undefined {
  if (!slices) return undefined;
  const own = slices.filter(slice => {
    const metadata = at(slice, 'metadata');
    const labels = asStringMap(at(metadata, 'labels'));
    return (
      at(metadata, 'namespace') === namespace &&
      labels['kubernetes.io/service-name'] === name
    );
  });
  const addresses = new Map<string, boolean>();
  for (const endpoint of own.flatMap(s => asArray(at(s, 'endpoints')))) {
    // Absent means ready. Source: discovery.k8s.io/v1 EndpointConditions.
    const ready = at(endpoint, 'conditions', 'ready') !== false;
    for (const address of asArray(at(endpoint, 'addresses'))) {
      const key = asString(address) ?? '';
      addresses.set(key, ready || addresses.get(key) === true);
    }
  }
  const states = [...addresses.values()];
  const ready = states.filter(Boolean).length;
  return { ready, notReady: states.length - ready };
}
