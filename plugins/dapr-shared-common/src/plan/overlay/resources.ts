import type { Resources } from './choices';
import { memoryBytes } from './quantity';
import type { OverlayEntry } from './types';
import { mapDaprd, withVariable } from './workload';

/**
 * What Dapr's documentation recommends for production. Source: dapr/docs,
 * "Production guidelines on Kubernetes".
 *
 * @public
 */
export const recommendedResources: Resources = {
  requests: { cpu: '100m', memory: '250Mi' },
  limits: { cpu: '300m', memory: '1000Mi' },
};

/** Share of the limit at which Go's collector works harder. Source: as above. */
const SOFT_LIMIT = 0.9;
const MEBIBYTE = 2 ** 20;

/** CPU and memory of daprd, and a soft limit below the hard one. */
export const resources: OverlayEntry = {
  name: 'resources',
  why: 'The chart sets no CPU and memory for daprd, so that nothing is reserved for it and it is evicted first. GOMEMLIMIT, 90 % of the limit, lets it collect garbage before it is killed.',
  appliesTo: ({ request: { overlay } }) => overlay?.resources !== undefined,
  apply: (objects, { choices: { resources: asked = 'recommended' } }) => {
    const chosen = asked === 'recommended' ? recommendedResources : asked;
    const softLimit = goMemoryLimit(chosen.limits?.memory);
    return mapDaprd(objects, container => {
      const limited = { ...container, resources: chosen };
      return softLimit
        ? withVariable(limited, { name: 'GOMEMLIMIT', value: softLimit })
        : limited;
    });
  },
};

function goMemoryLimit(limit: string | undefined): string | undefined {
  const bytes = limit === undefined ? undefined : memoryBytes(limit);
  return bytes === undefined
    ? undefined
    : `${Math.floor((bytes * SOFT_LIMIT) / MEBIBYTE)}MiB`;
}
