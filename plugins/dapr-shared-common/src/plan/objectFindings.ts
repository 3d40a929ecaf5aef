import type { Finding } from '../findings';
import { type ToldBy, withoutTold } from '../findings/alreadyTold';
import { checks } from '../findings/checks';
import {
  addressesElsewhere,
  initNamespace,
  mtlsDiffers,
  oldControlPlane,
  otherAudience,
  otherNamespace,
  otherTrustDomain,
  sentryPort,
  valueDiffers,
  wrongPorts,
} from '../findings/codes/controlPlane';
import {
  runtimeSkew,
  runtimeTooOld,
  runtimeUnsupported,
} from '../findings/codes/version';
import { inspect } from '../instance';
import { chartFactsOf } from './chartVersion';
import { planObjects } from './objects';
import type { ClusterFacts, Plan } from './types';

/** What a plan's finding tells already, and better, since it knows the request. */
const toldBy: ToldBy = [
  [
    valueDiffers,
    [
      sentryPort,
      otherNamespace,
      otherTrustDomain,
      addressesElsewhere,
      otherAudience,
      wrongPorts,
      mtlsDiffers,
      initNamespace,
    ],
  ],
  [oldControlPlane, [runtimeSkew]],
  [runtimeTooOld, [runtimeUnsupported, runtimeSkew]],
];

/**
 * What the checks of live instances find in the objects that a plan comes to.
 *
 * @param told - findings of the plan, which are not told again
 */
export function objectFindings(
  plan: Plan,
  facts: ClusterFacts,
  told: readonly Finding[],
): Finding[] {
  // Nobody knows what an older chart makes of the values.
  if (!chartFactsOf(plan.chart.version)) return [];
  const objects = planObjects(plan);
  const input = {
    ...facts,
    objects,
    services: objects.filter(({ kind }) => kind === 'Service'),
    // Nothing of a plan has run yet.
    now: new Date(0),
  };
  const codes = new Set(told.map(({ code }) => code));
  const found = inspect(objects, { namespace: plan.target.namespace })
    .flatMap(instance =>
      checks.flatMap(check => check.run({ ...input, instance }) ?? []),
    )
    .filter(({ code }) => !codes.has(code));
  return withoutTold(found, told, toldBy);
}
