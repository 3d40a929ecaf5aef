import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import { argumentFacts } from './argumentFacts';
import { controlPlaneFacts } from './controlPlane';
import { sentryAddressFacts } from './sentry';
import { tokenFacts } from './tokenFacts';

/** Why a daprd cannot get an identity, as arguments and cluster tell without a log. */
export function identityFacts(seen: Circumstances): Cause | undefined {
  return (
    argumentFacts(seen) ??
    sentryAddressFacts(seen) ??
    controlPlaneFacts(seen) ??
    tokenFacts(seen)
  );
}
