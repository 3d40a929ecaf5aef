import * as codes from '../../codes/runtime';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';

const NAMESPACE = 'DAPR_CONTROLPLANE_NAMESPACE';
const TRUST_DOMAIN = 'DAPR_CONTROLPLANE_TRUST_DOMAIN';

/** What daprd takes where nobody tells. Source: dapr/dapr `cmd/daprd/options`. */
const DEFAULTS = { namespace: 'default', trustDomain: 'localhost' };

interface SentryIdentity {
  namespace?: string;
  trustDomain?: string;
}

/** Whom daprd expects; undefined where only the cluster can tell. */
function expected({ env, envNames, flags }: Circumstances): SentryIdentity {
  const read = (name: string, flag: string, otherwise: string) =>
    flags.get(flag) ?? (envNames.has(name) ? env.get(name) : otherwise);
  return {
    namespace: read(NAMESPACE, 'control-plane-namespace', DEFAULTS.namespace),
    trustDomain: read(TRUST_DOMAIN, 'control-plane-trust-domain', DEFAULTS.trustDomain), // prettier-ignore
  };
}

/** The cause where daprd expects another Sentry than the cluster has. */
export function controlPlaneFacts(seen: Circumstances): Cause | undefined {
  const { controlPlane } = seen.input;
  if (controlPlane === null) {
    return {
      code: codes.noControlPlane,
      cause: 'Waiting for Sentry: no Dapr control plane runs in the cluster.',
      evidence: 'no Deployment dapr-operator',
    };
  }
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
  const set =
    differs.length > 0
      ? differs.map(({ set: key }) => key)
      : [
          `shared.controlPlane.namespace: ${actual.namespace}`,
          `shared.controlPlane.trustDomain: ${actual.trustDomain}`,
        ];
  return {
    code: codes.sentryOtherIdentity,
    cause: `Waiting for Sentry: ${
      wrong || `it is in namespace ${actual.namespace} and trust domain ${actual.trustDomain}, daprd expects another` // prettier-ignore
    }.`,
    fix: `Set ${[...set, ...audience(actual)].join(', ')}.`,
  };
}

/** The token's audience names both. */
function audience({ namespace, trustDomain }: SentryIdentity): string[] {
  return namespace && trustDomain
    ? [
        `shared.daprd.serviceAccountIdentityToken.audience: spiffe://${trustDomain}/ns/${namespace}/dapr-sentry`,
      ]
    : [];
}

function differences(seen: Circumstances, actual: SentryIdentity) {
  const mine = expected(seen);
  return [
    {
      what: 'namespace',
      variable: NAMESPACE,
      key: 'shared.controlPlane.namespace',
      is: actual.namespace,
      expects: mine.namespace,
    },
    {
      what: 'trust domain',
      variable: TRUST_DOMAIN,
      key: 'shared.controlPlane.trustDomain',
      is: actual.trustDomain,
      expects: mine.trustDomain,
    },
  ].flatMap(({ what, variable, key, is, expects }) =>
    is !== undefined && expects !== undefined && is !== expects
      ? [
          {
            sentence: `daprd expects it in ${what} ${expects}, it is in ${is}`,
            set: `${key}: ${is}`,
            shown: `${variable}=${expects}`,
          },
        ]
      : [],
  );
}
