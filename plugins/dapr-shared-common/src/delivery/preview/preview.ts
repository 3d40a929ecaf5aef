import { InputError } from '@backstage/errors';
import {
  applyFindingPolicy,
  type Finding,
  type FindingRule,
} from '../../findings';
import { bySeverity } from '../../findings/order';
import type { KubeObject } from '../../objects';
import {
  type ClusterFacts,
  plan,
  type Plan,
  policyDefaults,
  type PolicyRule,
} from '../../plan';
import { chartFactsOf } from '../../plan/chartVersion';
import { deliver } from '../deliver';
import { finalObjects } from '../finalObjects';
import {
  type GitOpsRepository,
  instanceFolder,
  instanceSource,
} from '../gitops';
import type { Delivery, DeliveryFile, DeliveryKind } from '../types';
import { type AppWiring, wireApp } from '../wiring';
import { findGitOps } from './findGitOps';
import { type PlanRequestDto, toPlanRequest } from './request';

/** What a preview is made of. @public */
export interface PreviewInput {
  /** As `parsePlanRequest` gives it. */
  request: PlanRequestDto;
  /** Entity refs of the owners of the request's entity, from the catalog. */
  owners: readonly string[];
  /** What whoever asks may know of the cluster. */
  facts: ClusterFacts;
  repositories: readonly GitOpsRepository[];
  policy: readonly PolicyRule[];
  /** How the platform weighs findings; default as they are. */
  findingPolicy?: readonly FindingRule[];
}

/**
 * What a request comes to, before anything is written.
 *
 * @public
 */
export interface Preview {
  plan: Omit<Plan, 'findings'>;
  delivery: DeliveryKind;
  /** Folder of the instance, from the root of the GitOps repository. */
  folder: string;
  /** Where it will live in Git, as its pods are annotated. */
  source: string;
  /** Paths are from the root of the GitOps repository. */
  files: DeliveryFile[];
  /** What is applied to the cluster. */
  objects: KubeObject[];
  /** Of the plan, its delivery and the app's wiring, worst first. */
  findings: Finding[];
  wiring: Pick<AppWiring, 'environment' | 'patch'>;
  /** No request may be opened: a finding is critical, or nothing can be made. */
  blocked: boolean;
  /** Delivery `helm` only: what to run in the instance's folder. */
  command?: string;
}

const nothing: Delivery = { files: [], findings: [] };
const unwired: AppWiring = { environment: [], patch: '', findings: [] };

/**
 * Plans an instance and delivers it nowhere. The same input gives the same
 * bytes.
 *
 * @throws InputError or NotFoundError that names the field and the cure
 * @public
 */
export function preview(input: PreviewInput): Preview {
  const { request, owners, facts, repositories, policy, findingPolicy = [] } = input; // prettier-ignore
  const { cluster, namespace, appId } = request;
  const gitops = findGitOps(repositories, request.gitops, cluster);
  const instance = { cluster, namespace, appId };
  const source = instanceSource(gitops, instance);
  const strategy = request.strategy ?? policyDefaults(policy, { target: instance, owners }).strategy; // prettier-ignore
  if (!strategy) {
    throw new InputError(
      `strategy is missing, and no policy gives one for ${cluster}/${namespace}. Write daemonset or deployment.`,
    );
  }
  const { findings: planned, ...made } = plan(
    toPlanRequest(request, { owners, source, strategy }),
    facts,
    policy,
    findingPolicy,
  );
  const folder = instanceFolder(gitops, instance);
  const { delivery, objects, wiring } = outcomeOf(
    { ...made, findings: planned },
    input,
    gitops,
  );
  const findings = [
    ...planned,
    ...applyFindingPolicy(
      [...delivery.findings, ...wiring.findings],
      { target: instance, owners },
      findingPolicy,
    ),
  ].sort(bySeverity);
  return {
    plan: made,
    delivery: gitops.delivery,
    folder,
    source,
    files: delivery.files.map(({ path, content }) => ({
      path: `${folder}/${path}`,
      content,
    })),
    objects,
    findings,
    wiring: { environment: wiring.environment, patch: wiring.patch },
    blocked:
      delivery === nothing ||
      findings.some(({ severity }) => severity === 'critical'),
    ...(delivery.command === undefined ? {} : { command: delivery.command }),
  };
}

function outcomeOf(
  made: Plan,
  { request, facts }: PreviewInput,
  gitops: GitOpsRepository,
): { delivery: Delivery; objects: KubeObject[]; wiring: AppWiring } {
  // Nobody knows what a chart below the oldest known makes of its values.
  if (!chartFactsOf(made.chart.version)) {
    return { delivery: nothing, objects: [], wiring: unwired };
  }
  return {
    delivery: deliver(gitops.delivery, made, gitops),
    objects: finalObjects(made),
    wiring: wireApp(made, {
      workload: request.workload,
      container: request.container,
      clusterDomain: facts.clusterDomain,
    }),
  };
}
