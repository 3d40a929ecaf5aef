import {
  applyFindingPolicy,
  bySeverity,
  type Finding,
  type FindingRule,
} from 'backstage-plugin-dapr-shared-common';
import type { StoredInstance } from '../store';

/**
 * An instance's findings as the platform weighs them for the owners of the
 * entity that is looked at. They are stored as they were found: owners and
 * policy change without the cluster. What keeps it from running stays first.
 */
export function weigh(
  { cluster, namespace, appId, details }: StoredInstance,
  owners: readonly string[],
  policy: readonly FindingRule[],
): Finding[] {
  const { findings } = details;
  const subject = { target: { cluster, namespace, appId }, owners };
  const end = findings.findIndex(({ code }) => !code.startsWith('DS6'));
  const causes = end === -1 ? findings : findings.slice(0, end);
  return [causes, findings.slice(causes.length)].flatMap(group =>
    applyFindingPolicy(group, subject, policy).sort(bySeverity),
  );
}
