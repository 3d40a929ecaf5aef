import { parseConditions } from './parseConditions';
import { parseDefaults } from './parseDefaults';
import { compact, ConfigNode } from './configNode';
import type { PolicyMatch, PolicyRule } from './types';

const RULE = ['match', 'defaults', 'require', 'deny', 'message', 'contact'];

/**
 * The platform's policy, from configuration as it was read. Nothing configured
 * is no policy.
 *
 * @param value - what stands at `daprShared.policy`
 * @throws InputError that names the place in configuration and the cure
 * @public
 */
export function parsePolicy(
  value: unknown,
  path = 'daprShared.policy',
): PolicyRule[] {
  const root = new ConfigNode(value, path);
  return root.isSet ? root.items().map(parseRule) : [];
}

function parseRule(node: ConfigNode): PolicyRule {
  node.children(RULE);
  const rule = {
    path: node.path,
    match: node.child('match').optional(parseMatch) ?? {},
    defaults: node.child('defaults').optional(parseDefaults) ?? {},
    require: node.child('require').optional(parseConditions) ?? [],
    deny: node.child('deny').optional(parseConditions) ?? [],
    message: node.child('message').optional(n => n.text()),
    contact: node.child('contact').optional(n => n.text()),
  };
  const effects = Object.keys(rule.defaults).length + rule.require.length + rule.deny.length; // prettier-ignore
  if (effects === 0) node.fail('must have at least one of defaults, require and deny'); // prettier-ignore
  return compact(rule);
}

const MATCH = ['clusters', 'namespaces', 'owners'];

function parseMatch(node: ConfigNode): PolicyMatch {
  node.children(MATCH);
  return parseTargets(node);
}

/** Whom a rule speaks of, among other keys. */
export function parseTargets(node: ConfigNode): PolicyMatch {
  const list = (key: string) => node.child(key).optional(n => n.texts());
  return compact({
    clusters: list('clusters'),
    namespaces: list('namespaces'),
    owners: list('owners'),
  });
}
