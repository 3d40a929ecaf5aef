import * as codes from '../../codes/runtime';
import { asArray, asString, at } from '../../../objects';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';

export const AUDIENCE_KEY = 'shared.daprd.serviceAccountIdentityToken.audience';

/** Sentry takes it from whatever control plane. Source: dapr/dapr `pkg/sentry`. */
const LEGACY_AUDIENCE = 'dapr.io/sentry';

/** What a Sentry calls itself. */
export function sentryAudience(sentry: {
  namespace: string;
  trustDomain: string;
}): string {
  return `spiffe://${sentry.trustDomain}/ns/${sentry.namespace}/dapr-sentry`;
}

/** Whether a Sentry that calls itself so takes the token that the workload asks for. */
export function acceptsToken(seen: Circumstances, right: string): boolean {
  return audiences(seen).some(a => a === right || a === LEGACY_AUDIENCE);
}

/** The identity token's audience, where the cluster tells the right one. */
export function tokenFacts(seen: Circumstances): Cause | undefined {
  const { namespace, trustDomain } = seen.input.controlPlane ?? {};
  const given = audiences(seen);
  if (!namespace || !trustDomain || given.length === 0) return undefined;
  const right = sentryAudience({ namespace, trustDomain });
  return acceptsToken(seen, right)
    ? undefined
    : {
        code: codes.tokenAudience,
        cause: `The identity token is for ${given.join(
          ', ',
        )}, Sentry wants ${right}.`,
        fix: `Set ${AUDIENCE_KEY}: ${right}.`,
        evidence: `audience: ${given.join(', ')}`,
      };
}

function audiences({ workload }: Circumstances): string[] {
  const pod = at(workload.object, 'spec', 'template', 'spec');
  return asArray(at(pod, 'volumes'))
    .filter(volume => at(volume, 'name') === 'dapr-identity-token')
    .flatMap(volume => asArray(at(volume, 'projected', 'sources')))
    .flatMap(s => asString(at(s, 'serviceAccountToken', 'audience')) ?? []);
}
