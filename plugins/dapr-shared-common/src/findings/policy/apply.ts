import {
  matches,
  matchingRules,
  type PolicySubject,
} from '../../plan/policy/match';
import type { Finding } from '../types';
import { isFixed } from './fixed';
import type { FindingRule } from './types';

/**
 * The findings as the platform weighs them: raised, lowered or left out. What
 * its own policy demands or refuses stays.
 *
 * @param subject - where the instance is or is to be, and whose it is; a rule for owners does not match where they are not known
 * @public
 */
export function applyFindingPolicy(
  findings: readonly Finding[],
  subject: PolicySubject,
  policy: readonly FindingRule[],
): Finding[] {
  const rules = matchingRules(policy, subject);
  return findings.flatMap(finding => {
    const rule = rules.findLast(({ match }) =>
      matches(match.codes, [finding.code]),
    );
    return rule && !isFixed(finding.code) ? weighed(finding, rule) : [finding];
  });
}

function weighed(
  finding: Finding,
  { severity, reason }: FindingRule,
): Finding[] {
  if (severity === 'mute') return [];
  if (severity === finding.severity) return [finding];
  const why = reason ? ` The platform makes it ${severity}: ${reason}` : '';
  return [{ ...finding, severity, cause: `${finding.cause}${why}` }];
}
