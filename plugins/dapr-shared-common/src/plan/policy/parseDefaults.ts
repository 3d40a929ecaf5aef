import { isUnknown } from '../userProblems';
import { flatten } from '../userValues';
import type { ChartSource } from '../types';
import { compact, type ConfigNode } from './configNode';
import { parseOverlay } from './parseOverlay';
import type { PolicyDefaults } from './types';

const FIELDS = ['strategy', 'replicas', 'runtimeVersion', 'chart', 'images', 'serviceAccount', 'configuration', 'overlay', 'values']; // prettier-ignore

export function parseDefaults(node: ConfigNode): PolicyDefaults {
  node.children(FIELDS);
  const text = (key: string) => node.child(key).optional(n => n.text());
  return compact({
    strategy: node
      .child('strategy')
      .optional(n => n.oneOf(['daemonset', 'deployment'])),
    replicas: node.child('replicas').optional(n => n.integer()),
    runtimeVersion: text('runtimeVersion'),
    chart: node.child('chart').optional(parseChart),
    images: node.child('images').optional(parseImages),
    serviceAccount: text('serviceAccount'),
    configuration: text('configuration'),
    overlay: node.child('overlay').optional(parseOverlay),
    values: node.child('values').optional(parseValues),
  });
}

function parseChart(node: ConfigNode) {
  node.children(['version', 'source']);
  return compact({
    version: node.child('version').optional(n => n.text()),
    source: node.child('source').optional(parseSource),
  });
}

function parseSource(node: ConfigNode): ChartSource {
  const kind = node.child('kind').oneOf(['oci', 'git']);
  const text = (key: string) => node.child(key).text();
  if (kind === 'oci') {
    node.children(['kind', 'url']);
    return { kind, url: text('url') };
  }
  node.children(['kind', 'url', 'ref', 'path']);
  return { kind, url: text('url'), ref: text('ref'), path: text('path') };
}

function parseImages(node: ConfigNode) {
  node.children(['registry', 'initContainer', 'pullSecrets']);
  return compact({
    registry: node.child('registry').optional(n => n.text()),
    initContainer: node.child('initContainer').optional(init => {
      init.children(['registry', 'name', 'tag']);
      return init.textMap();
    }),
    pullSecrets: node.child('pullSecrets').optional(n => n.texts()),
  });
}

function parseValues(node: ConfigNode): Record<string, unknown> {
  const entries = [...node.children()].map(([key, n]) => [key, n.value]);
  const values = Object.fromEntries(entries);
  const unknown = flatten(values).find(({ path }) => isUnknown(path));
  return unknown
    ? node.fail(`has ${unknown.path}, which is no key of the chart`)
    : values;
}
