import { parseEntityRef } from '@backstage/catalog-model';
import {
  type ClusterFacts,
  isHook,
  overlayReason,
  type Plan,
  type PlanRequest,
  planObjects,
} from 'backstage-plugin-dapr-shared-common';

/** What a pull request tells about a plan. */
export interface PullRequestSubject {
  plan: Plan;
  request: PlanRequest;
  facts: ClusterFacts;
  /** Address of the portal. */
  portal: string;
  /** Entity ref of who asked for it. */
  initiator: string;
}

export function pullRequestTitle({ plan }: PullRequestSubject): string {
  const { cluster, namespace } = plan.target;
  return `Add shared daprd ${namespace}/${plan.appId} on ${cluster}`;
}

/** Markdown: what will run, why it looks so, how to check and to undo it. */
export function pullRequestBody(subject: PullRequestSubject): string {
  return [
    summary(subject),
    picture(subject),
    wiring(subject),
    findings(subject.plan),
    overlay(subject.plan),
    objects(subject.plan),
    afterwards(subject.plan),
    requestedBy(subject),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** How many daprd there will be, in words. */
function spread({ strategy, replicas = 1 }: PlanRequest): string {
  if (strategy === 'daemonset') return 'one daprd on every node (DaemonSet)';
  return replicas === 1
    ? 'one daprd (Deployment)'
    : `${replicas} replicas of daprd (Deployment)`;
}

function summary({ plan, request, facts }: PullRequestSubject): string {
  const { cluster, namespace } = plan.target;
  const { controlPlane } = facts;
  const found = controlPlane
    ? `The cluster's Dapr control plane: ${
        controlPlane.version ?? 'version not known'
      } in namespace \`${controlPlane.namespace}\`.`
    : '';
  return `App \`${plan.appId}\` gets ${spread(request)}, Dapr ${
    plan.runtimeVersion
  }, in namespace \`${namespace}\` of cluster \`${cluster}\`. ${found}`.trim();
}

function picture({ plan, request }: PullRequestSubject): string {
  const { appId, target } = plan;
  const { host = `${appId}.${target.namespace}`, port, protocol } = request.app;
  const back =
    port > 0
      ? `daprd ──${protocol}──▶ ${host}:${port}`
      : 'daprd never calls the app (port 0)';
  return fence('', [
    `app   ──────▶ ${appId}-dapr.${target.namespace}:3500 (http), :50001 (grpc)`,
    back,
  ]);
}

function wiring({ plan, facts }: PullRequestSubject): string {
  const domain = facts.clusterDomain ?? 'cluster.local';
  const host = `${plan.appId}-dapr.${plan.target.namespace}.svc.${domain}`;
  return `#### How the app finds it\n\nEnvironment of the app's container; the app must not carry the annotation \`dapr.io/enabled\`.\n\n${fence(
    'yaml',
    [
      '- name: DAPR_HTTP_ENDPOINT',
      `  value: http://${host}:3500`,
      '- name: DAPR_GRPC_ENDPOINT',
      `  value: http://${host}:50001`,
    ],
  )}`;
}

function findings({ findings: found }: Plan): string {
  const lines = found.map(
    f => `- **${f.code}** ${f.severity}: ${f.title}. ${f.cause} ${f.fix}`,
  );
  return lines.length > 0 ? `#### Findings\n\n${lines.join('\n')}` : '';
}

function overlay({ overlay: names }: Plan): string {
  const lines = names.map(name => `- \`${name}\`: ${overlayReason(name)}`);
  return lines.length > 0
    ? `#### Beyond the chart's values\n\n${lines.join('\n')}`
    : '';
}

function objects(plan: Plan): string {
  const names = planObjects(plan)
    .filter(object => !isHook(object))
    .map(object => `- ${object.kind} \`${object.metadata?.name}\``);
  return `<details><summary>${
    names.length
  } new objects</summary>\n\n${names.join('\n')}\n\n</details>`;
}

function afterwards(plan: Plan): string {
  const { cluster, namespace } = plan.target;
  const workload = planObjects(plan).find(
    ({ kind }) => kind === 'DaemonSet' || kind === 'Deployment',
  );
  const name = `${workload?.kind?.toLowerCase()}/${workload?.metadata?.name}`;
  return `#### After the merge\n\n${fence('sh', [
    `flux --context ${cluster} -n ${namespace} get helmreleases ${plan.releaseName}`,
    `kubectl --context ${cluster} -n ${namespace} rollout status ${name}`,
  ])}\n\nTo undo it, revert the merge: Flux then uninstalls the release.`;
}

function requestedBy({ request, portal, initiator }: PullRequestSubject) {
  const by = `Requested by \`${initiator}\` in [the portal](${portal})`;
  if (!request.entityRef) return `${by}.`;
  const { kind, namespace, name } = parseEntityRef(request.entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `${by} for [${request.entityRef}](${portal}/catalog/${page}).`;
}

function fence(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
}
