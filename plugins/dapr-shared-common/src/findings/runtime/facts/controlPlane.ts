import * as codes from '../../codes/runtime';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import { restartFix, setWhatDiffers, type Setting } from './fixes';
import { acceptsToken, AUDIENCE_KEY, sentryAudience } from './tokenFacts';

const NAMESPACE = 'DAPR_CONTROLPLANE_NAMESPACE';
const TRUST_DOMAIN = 'DAPR_CONTROLPLANE_TRUST_DOMAIN';

/** What daprd takes where nobody tells. Source: dapr/dapr `cmd/daprd/options`. */
const DEFAULTS = { namespace: 'default', trustDomain: 'localhost' };

interface SentryIdentity {
  namespace?: string;
  trustDomain?: string;
}

/** Whom daprd expects; undefined where only the cluster can tell. */
export function expected({
  env,
  envNames,
  flags,
}: Circumstances): SentryIdentity {
  const read = (name: string, flag: string, otherwise: string) =>
    flags.get(flag) ?? (envNames.has(name) ? env.get(name) : otherwise);
  return {
    namespace: read(NAMESPACE, 'control-plane-namespace', DEFAULTS.namespace),
    trustDomain: read(TRUST_DOMAIN, 'control-plane-trust-domain', DEFAULTS.trustDomain), // prettier-ignore
  };
}

/** Nobody is there to be waited for. */
export const noControlPlane: Cause = {
  code: codes.noControlPlane,
  cause: 'Waiting for Sentry: no Dapr control plane runs in the cluster.',
  evidence: 'no Deployment dapr-operator',
};

/** The cause where daprd expects another Sentry than the cluster has. */
export function controlPlaneFacts(seen: Circumstances): Cause | undefined {
  const { controlPlane } = seen.input;
  if (controlPlane === null) return noControlPlane;
  if (!controlPlane || seen.envNames.size === 0) return undefined;
  const { namespace, trustDomain } = controlPlane;
  const differs = differences(seen, { namespace, trustDomain });
  return differs.length > 0
    ? {
        ...otherIdentity(seen, { namespace, trustDomain }),
        evidence: differs.map(({ shown }) => shown).join(', '),
      }
    : undefined;
}

/** @param actual - who Sentry is, as it said itself or as the cluster says */
export function otherIdentity(
  seen: Circumstances,
  actual: SentryIdentity,
): Cause {
  const differs = differences(seen, actual);
  const wrong = differs.map(({ sentence }) => sentence).join(', and ');
  const mine = expected(seen);
  const set = setWhatDiffers([
    ...setting('shared.controlPlane.namespace', actual.namespace, mine.namespace), // prettier-ignore
    ...setting('shared.controlPlane.trustDomain', actual.trustDomain, mine.trustDomain), // prettier-ignore
    ...audience(seen, actual),
  ]);
  return {
    code: codes.sentryOtherIdentity,
    cause: `Waiting for Sentry: ${
      wrong || `it is in namespace ${actual.namespace} and trust domain ${actual.trustDomain}, ${set ? 'daprd expects another' : 'as the workload has it, but these pods expect another'}` // prettier-ignore
    }.`,
    fix: set ? `${set}.` : restartFix(seen),
  };
}

function setting(
  key: string,
  should: string | undefined,
  is: string | undefined,
): Setting[] {
  return should === undefined ? [] : [{ key, should, is }];
}

/** The token's audience names both. */
function audience(
  seen: Circumstances,
  { namespace, trustDomain }: SentryIdentity,
): Setting[] {
  if (!namespace || !trustDomain) return [];
  const should = sentryAudience({ namespace, trustDomain });
  return acceptsToken(seen, should)
    ? []
    : [{ key: AUDIENCE_KEY, should, is: undefined }];
}

function differences(seen: Circumstances, actual: SentryIdentity) {
  const mine = expected(seen);
  return [
    {
      what: 'namespace',
      variable: NAMESPACE,
      is: actual.namespace,
      expects: mine.namespace,
    },
    {
      what: 'trust domain',
      variable: TRUST_DOMAIN,
      is: actual.trustDomain,
      expects: mine.trustDomain,
    },
  ].flatMap(({ what, variable, is, expects }) =>
    is !== undefined && expects !== undefined && is !== expects
      ? [
          {
            sentence: `daprd expects it in ${what} ${expects}, it is in ${is}`,
            shown: `${variable}=${expects}`,
          },
        ]
      : [],
  );
}
