import type { CaSource, OverlayChoices, Resources } from '../overlay';
import { compact, type ConfigNode } from './configNode';

const CHOICES = ['identity', 'tokenSecret', 'secretStore', 'nodeLocal', 'resources', 'spread', 'disruptionBudget', 'networkPolicy']; // prettier-ignore

export function parseOverlay(node: ConfigNode): OverlayChoices {
  node.children(CHOICES);
  const flag = (key: string) => node.child(key).optional(n => n.flag());
  return compact({
    identity: node.child('identity').optional(identity => {
      identity.children(['ca']);
      return { ca: parseCa(identity.child('ca')) };
    }),
    tokenSecret: node.child('tokenSecret').optional(secret => {
      secret.children(['name', 'key']);
      return {
        name: secret.child('name').text(),
        key: secret.child('key').text(),
      };
    }),
    secretStore: node
      .child('secretStore')
      .optional(n => n.oneOf(['enabled', 'disabled'])),
    nodeLocal: flag('nodeLocal'),
    resources: node.child('resources').optional(parseResources),
    spread: flag('spread'),
    disruptionBudget: flag('disruptionBudget'),
    networkPolicy: node.child('networkPolicy').optional(policy => {
      policy.children(['podLabels']);
      return compact({
        podLabels: policy.child('podLabels').optional(n => n.textMap()),
      });
    }),
  });
}

function parseCa(node: ConfigNode): CaSource {
  const from = node.child('from').oneOf(['bundle', 'config-map', 'certificate']); // prettier-ignore
  const fields = { bundle: [], 'config-map': ['name', 'key'], certificate: ['pem'] }; // prettier-ignore
  node.children(['from', ...fields[from]]);
  if (from === 'bundle') return { from };
  if (from === 'certificate') return { from, pem: node.child('pem').text() };
  return compact({
    from,
    name: node.child('name').text(),
    key: node.child('key').optional(n => n.text()),
  });
}

function parseResources(node: ConfigNode): 'recommended' | Resources {
  if (node.value === 'recommended') return node.value;
  node.children(['requests', 'limits']);
  const quantities = (key: string) =>
    node.child(key).optional(map => {
      map.children(['cpu', 'memory']);
      return map.textMap();
    });
  return compact({
    requests: quantities('requests'),
    limits: quantities('limits'),
  });
}
