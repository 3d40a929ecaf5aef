import * as codes from '../../codes/runtime';
import { asArray, asString, at } from '../../../objects';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';

/** Sentry takes it from whatever control plane. Source: dapr/dapr `pkg/sentry`. */
const LEGACY_AUDIENCE = 'dapr.io/sentry';

/** The identity token's audience, where the cluster tells the right one. */
export function tokenFacts({
  workload,
  input: { controlPlane },
}: Circumstances): Cause | undefined {
  const pod = at(workload.object, 'spec', 'template', 'spec');
  const audiences = asArray(at(pod, 'volumes'))
    .filter(volume => at(volume, 'name') === 'dapr-identity-token')
    .flatMap(volume => asArray(at(volume, 'projected', 'sources')))
    .flatMap(s => asString(at(s, 'serviceAccountToken', 'audience')) ?? []);
  if (!controlPlane?.trustDomain || audiences.length === 0) return undefined;
  const { trustDomain, namespace } = controlPlane;
  const right = `spiffe://${trustDomain}/ns/${namespace}/dapr-sentry`;
  return audiences.some(a => a === right || a === LEGACY_AUDIENCE)
    ? undefined
    : {
        code: codes.tokenAudience,
        cause: `The identity token is for ${audiences.join(
          ', ',
        )}, Sentry wants ${right}.`,
        fix: `Set shared.daprd.serviceAccountIdentityToken.audience: ${right}.`,
        evidence: `audience: ${audiences.join(', ')}`,
      };
}
