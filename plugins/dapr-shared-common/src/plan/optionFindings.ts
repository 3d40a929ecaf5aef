import type { Finding } from '../findings';
import { deploymentNodeLocal, hookImage } from '../findings/codes/capacity';
import { trustManager } from '../findings/codes/controlPlane';
import { widelyReadableSecrets } from '../findings/codes/security';
import { finding } from '../findings/finding';
import { at } from '../objects';
import type { ClusterFacts, PlanRequest } from './types';

/** What a request's choices entail that nobody would expect of them. */
export function optionFindings(
  request: PlanRequest,
  facts: ClusterFacts,
): Finding[] {
  return [
    ...serviceAccountFinding(request),
    ...hookImageFinding(request),
    ...bundleFinding(request, facts),
    ...nodeLocalFinding(request),
  ];
}

function serviceAccountFinding(request: PlanRequest): Finding[] {
  const { serviceAccount, overlay, values, target } = request;
  const notMade = at(values, 'shared', 'serviceAccount', 'create') === false;
  const name =
    at(values, 'shared', 'serviceAccount', 'name') ||
    serviceAccount ||
    (notMade ? 'default' : undefined);
  if (!name || overlay?.identity || !(serviceAccount || notMade)) return [];
  return [
    finding(widelyReadableSecrets, {
      title: `ServiceAccount ${name} could read every Secret`,
      cause: `The chart binds a ClusterRole on secrets to it: every pod of ${target.namespace} that runs under it could read Secrets of the whole cluster.`,
    }),
  ];
}

/** The image of the chart's clean-up hook. Source: dapr/dapr-shared, cm-remover.yaml. */
const HOOK_IMAGE = 'rancher/kubectl:v1.22.6';

function hookImageFinding({ images, overlay }: PlanRequest): Finding[] {
  return images?.registry && !overlay?.identity
    ? [
        finding(hookImage, {
          cause: `The chart's pre-delete hook runs ${HOOK_IMAGE}, which no value moves to ${images.registry}.`,
        }),
      ]
    : [];
}

function bundleFinding(
  { overlay }: PlanRequest,
  { controlPlane }: ClusterFacts,
): Finding[] {
  return overlay?.identity?.ca.from === 'bundle'
    ? [
        finding(trustManager, {
          cause: `The Bundle reads ConfigMap dapr-trust-bundle, and trust-manager reads ConfigMaps of its trust namespace alone.`,
          fix: `Run trust-manager with --trust-namespace=${controlPlane?.namespace ?? 'dapr-system'}, or name an existing ConfigMap.`, // prettier-ignore
        }),
      ]
    : [];
}

function nodeLocalFinding({ strategy, overlay }: PlanRequest): Finding[] {
  return overlay?.nodeLocal && strategy !== 'daemonset'
    ? [
        finding(deploymentNodeLocal, {
          cause:
            'Nodes without a replica would have no Dapr, so overlay.nodeLocal was left out.',
        }),
      ]
    : [];
}
