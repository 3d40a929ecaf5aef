import { InputError } from '@backstage/errors';
import { CHART_NAME } from '../chart';
import { bySeverity } from '../findings/order';
import { applyFindingPolicy, type FindingRule } from '../findings/policy';
import { asString, at } from '../objects';
import {
  knowsFlag,
  parseRuntimeVersion,
  runtimeFacts,
  runtimeFactsOf,
  supportedRuntimes,
} from '../runtime';
import { chartFactsOf, DEFAULT_CHART_VERSION } from './chartVersion';
import { controlPlaneValues } from './controlPlane';
import { planFindings } from './findings';
import { imageValues } from './imageValues';
import {
  annotationValues,
  instanceValues,
  referenceValues,
} from './instanceValues';
import { releaseName } from './names';
import { objectFindings } from './objectFindings';
import { overlayFor } from './overlay';
import { type PolicyRule, policyFindings, withPolicyDefaults } from './policy';
import { checkRequest } from './request';
import type { ClusterFacts, Plan, PlanRequest } from './types';
import { userFindings } from './userFindings';
import { flatten, overlayValues, withUserValues } from './userValues';
import { type ValueEntry, valuesDocument } from './values';

/**
 * What to install for a request on a cluster of which these facts are known:
 * values that work the first time. The same input gives the same plan, and
 * nothing that moves by itself (node counts, pods) has a part in it.
 *
 * @param policy - the platform's rules, as `parsePolicy` gives them
 * @param findingPolicy - how the platform weighs findings, as `parseFindingPolicy` gives it
 * @throws InputError that names every bad field with its cure
 * @public
 */
export function plan(
  request: PlanRequest,
  facts: ClusterFacts,
  policy: readonly PolicyRule[] = [],
  findingPolicy: readonly FindingRule[] = [],
): Plan {
  const asked = withUserValues(withPolicyDefaults(request, policy));
  const problems = checkRequest(asked);
  if (problems.length > 0) {
    throw new InputError(problems.map(p => p.message).join('\n'));
  }
  const { appId, target, strategy, chart = {}, overlay: choices } = asked;
  const runtimeVersion = chooseRuntime(asked, facts);
  // Below the floor there is no row; the plan then carries a finding that blocks.
  const runtime = runtimeFactsOf(runtimeVersion) ?? oldest();
  const chartVersion = chart.version ?? DEFAULT_CHART_VERSION;
  const planned: ValueEntry[] = [
    ...instanceValues(asked, facts.clusterDomain ?? 'cluster.local'),
    ...controlPlaneValues(facts, runtime),
    ...referenceValues(asked),
    ...imageValues(asked, runtimeVersion),
    ...annotationValues(asked),
  ];
  const values = valuesDocument(
    overlayValues(planned, flatten(asked.values ?? {})),
    chartFactsOf(chartVersion)?.version ?? DEFAULT_CHART_VERSION,
  );
  const made: Plan = {
    appId,
    target,
    strategy,
    releaseName: releaseName(target.namespace, appId),
    chart: {
      name: CHART_NAME,
      version: chartVersion,
      ...(chart.source ? { source: chart.source } : {}),
    },
    runtimeVersion,
    ...(asked.entityRef ? { entityRef: asked.entityRef } : {}),
    values,
    overlay: overlayFor({
      request: asked,
      runtime,
      hasScheduler: facts.controlPlane?.scheduler,
      controlPlaneNamespace:
        asString(at(values.data, 'shared', 'controlPlane', 'namespace')) ??
        'dapr-system',
      knowsFlag: flag => knowsFlag(runtimeVersion, flag),
    }),
    ...(choices && Object.keys(choices).length > 0 ? { choices } : {}),
    findings: [],
  };
  const findings = [
    ...policyFindings(made, asked, policy),
    ...planFindings(asked, facts, { runtimeVersion, chartVersion }),
    ...userFindings(asked, facts, planned),
  ];
  return {
    ...made,
    findings: applyFindingPolicy(
      [...findings, ...objectFindings(made, facts, findings)],
      asked,
      findingPolicy,
    ).sort(bySeverity),
  };
}

/** What was asked for, else what the control plane runs, else the newest known. */
function chooseRuntime(request: PlanRequest, facts: ClusterFacts): string {
  if (request.runtimeVersion) return request.runtimeVersion;
  const running = facts.controlPlane?.version;
  return running && parseRuntimeVersion(running)
    ? running.replace(/^v/, '')
    : supportedRuntimes[0];
}

function oldest() {
  const row = runtimeFacts.at(-1);
  if (!row) throw new Error('The table of runtime facts is empty.');
  return row;
}
