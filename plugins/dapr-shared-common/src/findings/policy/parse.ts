import { compact, ConfigNode } from '../../plan/policy/configNode';
import { matches } from '../../plan/policy/match';
import { parseTargets } from '../../plan/policy/parse';
import { findingCodes } from '../codes';
import { severities } from '../order';
import { isFixed } from './fixed';
import type { FindingRule } from './types';

const RULE = ['match', 'severity', 'reason'];
const MATCH = ['codes', 'clusters', 'namespaces', 'owners'];
const WORDS = [...severities, 'mute'] as const;

/**
 * How the platform weighs findings, from configuration as it was read. Nothing
 * configured changes nothing.
 *
 * @param value - what stands at `daprShared.findings`
 * @throws InputError that names the place in configuration and the cure
 * @public
 */
export function parseFindingPolicy(
  value: unknown,
  path = 'daprShared.findings',
): FindingRule[] {
  const root = new ConfigNode(value, path);
  return root.isSet ? root.items().map(parseRule) : [];
}

function parseRule(node: ConfigNode): FindingRule {
  node.children(RULE);
  return compact({
    path: node.path,
    match: node.child('match').optional(parseMatch) ?? {},
    severity: node.child('severity').oneOf(WORDS),
    reason: node.child('reason').optional(n => n.text()),
  });
}

function parseMatch(node: ConfigNode): FindingRule['match'] {
  node.children(MATCH);
  return compact({
    codes: node.child('codes').optional(parseCodes),
    ...parseTargets(node),
  });
}

function parseCodes(node: ConfigNode): string[] {
  const patterns = node.texts();
  patterns.forEach((pattern, index) => {
    const meant = findingCodes.filter(({ code }) => matches([pattern], [code]));
    const item = node.items()[index] ?? node;
    if (meant.length === 0) {
      item.fail('must be a code that there is, or a pattern such as "DS3*"');
    }
    if (meant.every(({ code }) => isFixed(code))) {
      item.fail("must not be what the platform's own policy finds; change the rule in daprShared.policy"); // prettier-ignore
    }
  });
  return patterns;
}
