import { health, type HealthReport } from '../instance';
import type { PolicySubject } from '../plan/policy/match';
import { sameMistake, withoutTold } from './alreadyTold';
import type { Check } from './checks/types';
import { checks } from './checks';
import type { CheckInput } from './input';
import { bySeverity } from './order';
import { applyFindingPolicy, type FindingRule } from './policy';
import { runtimeFindings } from './runtime';
import type { Finding } from './types';

/**
 * Whether an instance works, why not, and all that is wrong with it.
 *
 * @public
 */
export interface Assessment {
  /** Its summary is the first cause, where one is known. */
  health: HealthReport;
  /** In the order of what to do first. */
  findings: Finding[];
}

/**
 * How the platform weighs the findings of an instance.
 *
 * @public
 */
export interface Weighing extends PolicySubject {
  /** As `parseFindingPolicy` gives it. */
  policy: readonly FindingRule[];
}

/**
 * Looks an instance over, with all that is known of it. Pure; what is not
 * known is not claimed, and what cannot be understood is passed over. Health
 * is the same however findings are weighed.
 *
 * @public
 */
export function assess(input: CheckInput, weighing?: Weighing): Assessment {
  const weighed = (findings: Finding[]) =>
    weighing
      ? applyFindingPolicy(findings, weighing, weighing.policy)
      : findings;
  const { causes, others } = runtimeFindings(input);
  const standing = withoutTold(run(checks, input), [...causes, ...others], sameMistake); // prettier-ignore
  const found = weighed([...others, ...standing]).sort(bySeverity);
  return {
    health: withCause(health(input), causes),
    // What keeps it from running comes before what is merely not right.
    findings: [...weighed(causes).sort(bySeverity), ...found],
  };
}

/** A cause makes plain that waiting will not do, and is what to say first. */
function withCause(
  report: HealthReport,
  [first]: readonly Finding[],
): HealthReport {
  if (!first || report.status === 'healthy') return report;
  const waits = report.status === 'progressing' && first.severity === 'medium';
  return {
    ...report,
    status: waits ? 'progressing' : 'degraded',
    summary: first.cause,
  };
}

function run(all: readonly Check[], input: CheckInput): Finding[] {
  return all.flatMap(check => check.run(input) ?? []);
}
