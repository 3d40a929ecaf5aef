import type { PolicyMatch } from '../../plan/policy/types';
import type { Severity } from '../types';

/**
 * One entry of `daprShared.findings[]`: how the platform weighs findings where
 * it matches. Of several that match, the last one counts.
 *
 * @public
 */
export interface FindingRule {
  /** Where it stands in configuration, for messages: `daprShared.findings[0]`. */
  path: string;
  /** Lists that are absent match everything. `*` stands for any text. */
  match: PolicyMatch & { codes?: readonly string[] };
  /** `mute`: they are not told at all. */
  severity: Severity | 'mute';
  /** Why, in the platform's own words. */
  reason?: string;
}
