import { asRecord } from '../../objects';
import { mergeValues } from '../../values';
import type { PlanRequest } from '../types';
import { matchingRules, type PolicySubject } from './match';
import type { PolicyDefaults, PolicyRule } from './types';

/**
 * What policy gives a request that says nothing itself; where rules disagree,
 * the later one wins. Maps are merged.
 *
 * @public
 */
export function policyDefaults(
  policy: readonly PolicyRule[],
  subject: PolicySubject,
): PolicyDefaults {
  return matchingRules(policy, subject).reduce<PolicyDefaults>(
    (before, { defaults }) => over(before, defaults),
    {},
  );
}

/** The request, with policy's defaults where it says nothing. */
export function withPolicyDefaults(
  request: PlanRequest,
  policy: readonly PolicyRule[],
): PlanRequest {
  const defaults = policyDefaults(policy, request);
  return { ...request, ...over(defaults, request) };
}

/** Choices of which only one can be meant: half of one and half of another is neither. */
const chart = (below: PolicyDefaults['chart'], above: PolicyDefaults['chart']) => ({ ...below, ...set(above) }); // prettier-ignore

function over(below: PolicyDefaults, above: PolicyDefaults): PolicyDefaults {
  const both = { ...below, ...set(above) };
  return {
    ...both,
    ...(both.chart ? { chart: chart(below.chart, above.chart) } : {}),
    ...(both.images
      ? { images: { ...below.images, ...set(above.images) } }
      : {}),
    ...(both.overlay
      ? { overlay: { ...below.overlay, ...set(above.overlay) } }
      : {}),
    ...(both.values
      ? { values: mergeValues(below.values ?? {}, above.values ?? {}) }
      : {}),
  };
}

/** The fields that are not undefined. */
function set<T extends object>(fields: T | undefined): Partial<T> {
  const result: Partial<T> = { ...fields };
  for (const [key, value] of Object.entries(asRecord(result) ?? {})) {
    if (value === undefined) Reflect.deleteProperty(result, key);
  }
  return result;
}
