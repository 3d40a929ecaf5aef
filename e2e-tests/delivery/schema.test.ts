import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chartReleases,
  defaultValues,
} from 'backstage-plugin-dapr-shared-common';
import { stringify } from 'yaml';
import { newFolder, removeFolders, write } from './lib/checkout';
import { tool } from './lib/tools';

const schema = readFileSync(
  require.resolve(
    'backstage-plugin-dapr-shared-common/schema/values.schema.json',
  ),
  'utf8',
);

/** A chart with the default values of the official one, and the schema that one lacks. */
function chartWithSchema(version: string): string {
  const folder = newFolder();
  const chart = { apiVersion: 'v2', name: 'dapr-shared-chart', version };
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'rendered' },
  };
  write(
    folder,
    { path: 'Chart.yaml', content: stringify(chart) },
    { path: 'values.yaml', content: stringify(defaultValues(version)) },
    { path: 'values.schema.json', content: schema },
    { path: join('templates', 'object.yaml'), content: stringify(object) },
  );
  return folder;
}

function template(version: string, values: object): string {
  const folder = newFolder();
  write(folder, { path: 'values.yaml', content: stringify(values) });
  const file = join(folder, 'values.yaml');
  const chart = chartWithSchema(version);
  return tool('helm', ['template', 'orders', chart, '--values', file]);
}

afterAll(removeFolders);

describe('the shipped schema as values.schema.json of the chart', () => {
  it.each(chartReleases)('accepts what is right: $version', ({ version }) => {
    const values = {
      global: { imageRegistry: 'registry.example' },
      shared: {
        appId: 'orders',
        remotePort: 8080,
        remoteURL: 'orders.shop.svc.cluster.local',
        strategy: 'deployment',
        deployment: { replicas: 3 },
        daprd: { image: { tag: '1.18.3' } },
      },
      tolerations: null,
      podAnnotations: { 'example.com/team': 'orders' },
    };
    expect(template(version, values)).toContain('name: rendered');
  });

  it.each([
    ['a typo', { deamonset: {} }, "'deamonset' not allowed"],
    ['a word for a number', { remotePort: '80' }, "at '/shared/remotePort': got string, want integer"], // prettier-ignore
    ['an unknown strategy', { strategy: 'Deployment' }, "one of 'daemonset', 'deployment'"], // prettier-ignore
    ['a word of YAML', { appId: 'on' }, "at '/shared/appId'"],
    ['what nothing reads', { daprd: { appHealth: { path: '/ready' } } }, "at '/shared/daprd/appHealth/path'"], // prettier-ignore
  ])('refuses %s, and says where', (_, shared, message) => {
    const [{ version } = { version: '' }] = chartReleases;
    const values = { shared: { appId: 'orders', ...shared } };
    expect(() => template(version, values)).toThrow(message);
  });
});
