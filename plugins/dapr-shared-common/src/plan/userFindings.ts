import type { Finding } from '../findings';
import { valueDiffers } from '../findings/codes/controlPlane';
import {
  appIdDiffers,
  loopbackOnly,
  podsSidecar,
  servicePort,
  sharedName,
  unknownKey,
} from '../findings/codes/identity';
import { openToOutside } from '../findings/codes/security';
import { tagUnreadable } from '../findings/codes/version';
import { finding } from '../findings/finding';
import { asArray, asRecord, asString, at } from '../objects';
import { parseRuntimeVersion } from '../runtime';
import { validateValues, valueKeys, type Values } from '../values';
import type { ClusterFacts, PlanRequest } from './types';
import { isUnknown } from './userProblems';
import { flatten } from './userValues';
import type { ValueEntry } from './values';

/** Sentry accepts it beside its own name. Source: dapr/dapr, Sentry's validator. */
const ANY_SENTRY = 'dapr.io/sentry';

/** Ports that the chart's Service has whatever the values say. */
const FIXED_PORTS = ['httpPort', 'grpcPort', 'internalGrpcPort', 'metrics.port'].map(key => `shared.daprd.${key}`); // prettier-ignore

/**
 * What values set by hand break. They are written all the same.
 *
 * @param planned - what the plan would have written
 */
export function userFindings(
  request: PlanRequest,
  facts: ClusterFacts,
  planned: readonly ValueEntry[],
): Finding[] {
  const values = request.values ?? {};
  const byHand = flatten(values);
  return [
    ...byHand.flatMap(entry => controlPlaneFinding(entry, facts, planned)),
    ...byHand.flatMap(portFinding),
    ...podFindings(request),
    ...exposure(request),
    ...unknownKeys(values),
    ...nameFinding(values),
    ...tagFinding(values),
  ];
}

function controlPlaneFinding(
  { path, value }: ValueEntry,
  { controlPlane }: ClusterFacts,
  planned: readonly ValueEntry[],
): Finding[] {
  const own = planned.find(entry => entry.path === path);
  const follows = /^shared\.(controlPlane|scheduler|daprd\.(serviceAccountIdentityToken|mtls))\./.test(path); // prettier-ignore
  const known = controlPlane || path === 'shared.controlPlane.sentry.port';
  if (!own || !follows || !known) return [];
  if (value === own.value || value === ANY_SENTRY) return [];
  return [
    finding(valueDiffers, {
      title: `${path} is not what this cluster has`,
      cause: `It is set to ${print(value)}; for this cluster it is ${print(own.value)}.${own.why ? ` ${own.why}` : ''}`, // prettier-ignore
      fix: `Take ${path} out of the values set by hand.`,
      evidence: `${path}: ${print(value)}`,
    }),
  ];
}

function portFinding({ path, value }: ValueEntry): Finding[] {
  const key = valueKeys.find(known => known.path === path);
  if (!FIXED_PORTS.includes(path) || value === key?.default) return [];
  return [
    finding(servicePort, {
      title: `The Service does not follow ${path}`,
      cause: `daprd would listen on ${print(value)}, and the chart's Service still sends to ${print(key?.default)}.`, // prettier-ignore
      fix: `Take ${path} out of the values set by hand.`,
      evidence: `${path}: ${print(value)}`,
    }),
  ];
}

function podFindings({ appId, values }: PlanRequest): Finding[] {
  const annotations = asRecord(at(values, 'podAnnotations')) ?? {};
  const found: Finding[] = [];
  if (/^(y|yes|true|on|1)$/i.test(String(annotations['dapr.io/enabled']))) {
    found.push(
      finding(podsSidecar, {
        cause:
          'podAnnotations has dapr.io/enabled: Dapr would inject a second daprd, and its operator would make a Service of the same name.',
      }),
    );
  }
  const id = annotations['dapr.io/app-id'];
  if (id !== undefined && id !== appId) {
    found.push(
      finding(appIdDiffers, {
        cause: `podAnnotations has dapr.io/app-id ${print(id)}. Sentry compares it with the argument ${print(appId)} and refuses the identity.`, // prettier-ignore
      }),
    );
  }
  return found;
}

function exposure({ values, overlay }: PlanRequest): Finding[] {
  const addresses = asString(at(values, 'shared', 'daprd', 'listenAddresses'));
  const type = at(values, 'shared', 'service', 'type');
  const found: Finding[] = [];
  if (addresses && addresses.split(',').every(isLoopback)) {
    found.push(
      finding(loopbackOnly, {
        cause: `shared.daprd.listenAddresses is ${addresses}: no app reaches it through the Service.`,
        fix: 'Leave it at 0.0.0.0, and restrict callers by overlay.networkPolicy.',
      }),
    );
  }
  if (
    (type === 'NodePort' || type === 'LoadBalancer') &&
    !overlay?.tokenSecret
  ) {
    found.push(
      finding(openToOutside, {
        cause: `shared.service.type is ${type}, and no API token is asked for.`,
        fix: 'Leave it at ClusterIP, or name a Secret with a token in overlay.tokenSecret.',
      }),
    );
  }
  return found;
}

function unknownKeys(values: Values): Finding[] {
  return validateValues(values)
    .filter(({ path }) => isUnknown(path))
    .map(({ path, message }) =>
      finding(unknownKey, {
        title: `The chart does not know ${path}`,
        cause: message,
      }),
    );
}

function nameFinding(values: Values): Finding[] {
  const name = asString(values.fullnameOverride);
  return name
    ? [
        finding(sharedName, {
          title: `The name ${name} must be the cluster's only one`,
          cause:
            'The chart names ClusterRoles after fullnameOverride: a second release of that name in any namespace takes them over.',
        }),
      ]
    : [];
}

function tagFinding(values: Values): Finding[] {
  const tag = at(values, 'shared', 'daprd', 'image', 'tag');
  return tag === undefined || parseRuntimeVersion(String(tag))
    ? []
    : [
        finding(tagUnreadable, {
          title: `The image tag ${print(tag)} names no version of Dapr`,
          cause:
            "Arguments were chosen for the plan's runtime version; daprd ends at an argument that it does not know.",
          fix: 'Use a tag that starts with a version such as 1.18.3, or ask for the runtimeVersion that the image holds.',
        }),
      ];
}

function isLoopback(address: string): boolean {
  return /^\s*(127\.|localhost|\[?::1\]?\s*$)/.test(address);
}

function print(value: unknown): string {
  return asArray(value).length > 0 || asRecord(value)
    ? JSON.stringify(value)
    : String(value);
}
