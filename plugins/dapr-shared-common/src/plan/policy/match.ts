import type { PlanRequest } from '../types';
import type { PolicyRule } from './types';

/** Whose request it is and where it leads. @public */
export type PolicySubject = Pick<PlanRequest, 'target' | 'owners'>;

/** The rules that speak of a target and its owners, in their order. */
export function matchingRules(
  policy: readonly PolicyRule[],
  { target, owners = [] }: PolicySubject,
): PolicyRule[] {
  return policy.filter(
    ({ match }) =>
      matches(match.clusters, [target.cluster]) &&
      matches(match.namespaces, [target.namespace]) &&
      matches(match.owners, owners),
  );
}

function matches(
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
