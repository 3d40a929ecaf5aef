import type { Finding } from '../findings';
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
    {
      code: 'DS451',
      severity: 'high',
      title: `ServiceAccount ${name} could read every Secret`,
      cause: `The chart binds a ClusterRole on secrets to it: every pod of ${target.namespace} that runs under it could read Secrets of the whole cluster.`,
      fix: 'Ask for the hardened identity (overlay.identity), which needs no permission, or let the chart make a ServiceAccount.',
    },
  ];
}

/** The image of the chart's clean-up hook. Source: dapr/dapr-shared, cm-remover.yaml. */
const HOOK_IMAGE = 'rancher/kubectl:v1.22.6';

function hookImageFinding({ images, overlay }: PlanRequest): Finding[] {
  return images?.registry && !overlay?.identity
    ? [
        {
          code: 'DS351',
          severity: 'low',
          title: 'Removal pulls an image from Docker Hub',
          cause: `The chart's pre-delete hook runs ${HOOK_IMAGE}, which no value moves to ${images.registry}.`,
          fix: 'Mirror that image by the container runtime, remove with disabled hooks, or ask for the hardened identity, which has no hook.',
        },
      ]
    : [];
}

function bundleFinding(
  { overlay }: PlanRequest,
  { controlPlane }: ClusterFacts,
): Finding[] {
  return overlay?.identity?.ca.from === 'bundle'
    ? [
        {
          code: 'DS252',
          severity: 'info',
          title: 'trust-manager must see the CA of Dapr',
          cause: `The Bundle reads ConfigMap dapr-trust-bundle, and trust-manager reads ConfigMaps of its trust namespace alone.`,
          fix: `Run trust-manager with --trust-namespace=${controlPlane?.namespace ?? 'dapr-system'}, or name an existing ConfigMap.`, // prettier-ignore
        },
      ]
    : [];
}

function nodeLocalFinding({ strategy, overlay }: PlanRequest): Finding[] {
  return overlay?.nodeLocal && strategy !== 'daemonset'
    ? [
        {
          code: 'DS352',
          severity: 'medium',
          title: 'A Deployment cannot be node-local',
          cause:
            'Nodes without a replica would have no Dapr, so overlay.nodeLocal was left out.',
          fix: 'Choose strategy daemonset, or leave overlay.nodeLocal out.',
        },
      ]
    : [];
}
