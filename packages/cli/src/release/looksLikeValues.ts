import { asRecord, at } from 'backstage-plugin-dapr-shared-common';

/** Keys that no other product is likely to have under `shared`. */
const OWN_KEYS = [
  'appId',
  'remoteURL',
  'remotePort',
  'strategy',
  'scheduler',
  'controlPlane',
  'initContainer',
  'daprd',
];

/** Whether something is values of the chart; other charts have a `shared` too. */
export function looksLikeValues(candidate: unknown): boolean {
  const shared = asRecord(at(candidate, 'shared')) ?? {};
  return OWN_KEYS.some(key => key in shared);
}

/**
 * The key under which a wrapper chart's values hold those of the chart;
 * undefined where there is none.
 */
export function subchartKey(candidate: unknown): string | undefined {
  return Object.entries(asRecord(candidate) ?? {}).find(([, value]) =>
    looksLikeValues(value),
  )?.[0];
}
