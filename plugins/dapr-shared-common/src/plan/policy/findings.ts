import type { Finding, FindingCode } from '../../findings';
import { policyRefuses, policyRequires } from '../../findings/codes/security';
import { finding } from '../../findings/finding';
import { chartFactsOf } from '../chartVersion';
import { defaultValues, mergeValues } from '../../values';
import type { Plan, PlanRequest } from '../types';
import { expectation, holds } from './holds';
import { matchingRules } from './match';
import type { PolicyRule } from './types';

/**
 * What policy refuses in a plan and what it misses: each blocks. A deny stands
 * whatever another rule allows.
 */
export function policyFindings(
  plan: Plan,
  request: PlanRequest,
  policy: readonly PolicyRule[],
): Finding[] {
  const subject = policySubject(plan, request);
  return matchingRules(policy, request).flatMap(rule => [
    ...rule.deny
      .filter(condition => holds(condition, subject))
      .map(({ field, test }) =>
        ruled(
          rule,
          policyRefuses,
          `Policy refuses ${field} ${expectation(test)}`,
        ),
      ),
    ...rule.require
      .filter(condition => !holds(condition, subject))
      .map(({ field, test }) =>
        ruled(
          rule,
          policyRequires,
          `Policy requires ${field} ${expectation(test)}`,
        ),
      ),
  ]);
}

/** What conditions look at: the request as it was understood, and all values. */
function policySubject(plan: Plan, request: PlanRequest) {
  const { replicas = 1, overlay = {} } = request;
  const chart = chartFactsOf(plan.chart.version)?.version ?? '';
  return {
    ...request,
    replicas: plan.strategy === 'deployment' ? replicas : undefined,
    runtimeVersion: plan.runtimeVersion,
    chart: plan.chart,
    overlay: {
      ...overlay,
      secretStore: overlay.identity
        ? 'disabled'
        : overlay.secretStore ?? 'enabled',
    },
    values: mergeValues(defaultValues(chart), plan.values.data),
  };
}

function ruled(
  { path, message, contact }: PolicyRule,
  code: FindingCode,
  title: string,
): Finding {
  const ask = contact ? ` Ask ${contact} where that cannot be.` : '';
  return finding(code, {
    title,
    cause: message ?? `The platform's policy says so (${path}).`,
    fix: `Change it as the policy asks.${ask}`,
    evidence: path,
  });
}
