import { asArray, asString, at } from '../../objects';
import { noToken, otherAudience } from '../codes/controlPlane';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import {
  daprd,
  isKnownRuntime,
  podSpec,
  toldNamespace,
  toldTrustDomain,
  variable,
} from './read';
import type { Check } from './types';

/** Where daprd looks for its token. Source: dapr/dapr, pkg/security/token. */
const MOUNT = '/var/run/secrets/dapr.io/sentrytoken';
const FILE_VARIABLE = 'DAPR_SENTRY_TOKEN_FILE';

/** Sentry accepts it beside its own name. Source: dapr/dapr, Sentry's validator. */
const ANY_SENTRY = 'dapr.io/sentry';

export const otherAudienceCheck: Check = {
  code: otherAudience,
  run: input => {
    const token = projectedToken(input);
    const namespace = toldNamespace(input)?.value;
    const trustDomain = toldTrustDomain(input)?.value;
    if (!token || !namespace || !trustDomain) return undefined;
    const { controlPlane } = input;
    const wanted = spiffe(
      controlPlane?.trustDomain ?? trustDomain,
      controlPlane?.namespace ?? namespace,
    );
    // What follows a wrong namespace or trust domain is told with that.
    const accepted = [ANY_SENTRY, wanted, spiffe(trustDomain, namespace)];
    const audience = asString(at(token, 'audience'));
    return audience !== undefined && accepted.includes(audience)
      ? undefined
      : finding(otherAudience, {
          cause: `Its audience is ${audience ?? 'that of the API server'}; Sentry accepts ${wanted} and ${ANY_SENTRY}.`, // prettier-ignore
          fix: `Set shared.daprd.serviceAccountIdentityToken.audience to ${wanted}.`,
          evidence: `audience: ${audience ?? 'none'}`,
        });
  },
};

export const noTokenCheck: Check = {
  code: noToken,
  run: input =>
    projectedToken(input) ||
    variable(daprd(input), FILE_VARIABLE) ||
    !isKnownRuntime(input)
      ? undefined
      : finding(noToken, {
          cause: `No projected ServiceAccount token is mounted at ${MOUNT}, where daprd looks for it.`,
        }),
};

function spiffe(trustDomain: string, namespace: string): string {
  return `spiffe://${trustDomain}/ns/${namespace}/dapr-sentry`;
}

/** The token that is mounted for Sentry. */
function projectedToken(input: CheckInput): unknown {
  const mount = asArray(at(daprd(input), 'volumeMounts')).find(
    candidate => asString(at(candidate, 'mountPath'))?.replace(/\/$/, '') === MOUNT, // prettier-ignore
  );
  const name = at(mount, 'name');
  const volume = asArray(at(podSpec(input), 'volumes')).find(
    candidate => name !== undefined && at(candidate, 'name') === name,
  );
  return asArray(at(volume, 'projected', 'sources'))
    .map(source => at(source, 'serviceAccountToken'))
    .find(Boolean);
}
