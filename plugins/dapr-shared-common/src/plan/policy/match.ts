import type { PlanRequest } from '../types';
import type { PolicyMatch } from './types';

/** Whose request it is and where it leads. @public */
export type PolicySubject = Pick<PlanRequest, 'target' | 'owners'>;

/** The rules that speak of a target and its owners, in their order. */
export function matchingRules<Rule extends { match: PolicyMatch }>(
  policy: readonly Rule[],
  { target, owners = [] }: PolicySubject,
): Rule[] {
  return policy.filter(
    ({ match }) =>
      matches(match.clusters, [target.cluster]) &&
      matches(match.namespaces, [target.namespace]) &&
      matches(match.owners, owners),
  );
}

/** Whether one of some names is meant; absent patterns mean every name. */
export function matches(
  patterns: readonly string[] | undefined,
  names: readonly string[],
): boolean {
  return (
    patterns === undefined ||
    patterns.some(pattern => names.some(name => glob(pattern).test(name)))
  );
}

/** `*` stands for any text; everything else for itself. */
function glob(pattern: string): RegExp {
  const parts = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
