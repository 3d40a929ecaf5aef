import { InputError } from '@backstage/errors';
import { CHART_NAME } from '../chart';
import {
  parseRuntimeVersion,
  runtimeFacts,
  runtimeFactsOf,
  supportedRuntimes,
} from '../runtime';
import { controlPlaneValues } from './controlPlane';
import { planFindings } from './findings';
import { backlinkValues, imageValues, instanceValues } from './instanceValues';
import { releaseName } from './names';
import { overlayFor } from './overlay';
import { checkRequest } from './request';
import type { ClusterFacts, Plan, PlanRequest } from './types';
import { valuesDocument } from './values';

/**
 * The chart release that plans are made for. 1.18.0 differs from it in nothing
 * but the runtime's tag, which a plan writes anyway.
 */
const CHART_VERSION = '1.16.0';

/**
 * What to install for a request on a cluster of which these facts are known:
 * values that work the first time. The same input gives the same plan, and
 * nothing that moves by itself (node counts, pods) has a part in it.
 *
 * @throws InputError that names every bad field with its cure
 * @public
 */
export function plan(request: PlanRequest, facts: ClusterFacts): Plan {
  const problems = checkRequest(request);
  if (problems.length > 0) {
    throw new InputError(problems.map(p => p.message).join('\n'));
  }
  const { appId, target, strategy } = request;
  const runtimeVersion = chooseRuntime(request, facts);
  // Below the floor there is no row; the plan then carries a finding that blocks.
  const runtime = runtimeFactsOf(runtimeVersion) ?? oldest();
  const entries = [
    ...instanceValues(request, facts.clusterDomain ?? 'cluster.local'),
    ...controlPlaneValues(facts, runtime),
    ...imageValues(runtimeVersion),
    ...backlinkValues(request),
  ];
  return {
    appId,
    target,
    strategy,
    releaseName: releaseName(target.namespace, appId),
    chart: { name: CHART_NAME, version: CHART_VERSION },
    runtimeVersion,
    ...(request.entityRef ? { entityRef: request.entityRef } : {}),
    values: valuesDocument(entries, CHART_VERSION),
    overlay: overlayFor({ request, runtime }),
    findings: planFindings(request, facts, runtimeVersion),
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
