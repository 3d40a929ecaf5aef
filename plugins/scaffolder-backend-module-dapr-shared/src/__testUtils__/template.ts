import { asArray, asRecord, at } from 'backstage-plugin-dapr-shared-common';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

const root = join(__dirname, '../../../../templates/dapr-shared-service');

/** The software template, as the catalog has it. */
export const template: unknown = parse(
  readFileSync(join(root, 'template.yaml'), 'utf8'),
);

/** The pages of its form, each a JSON Schema. */
export const pages = asArray(at(template, 'spec', 'parameters')).map(
  page => asRecord(page) ?? {},
);

/** Everything in its folder, as a dry run takes it. */
export const directoryContents = readdirSync(root, {
  recursive: true,
  withFileTypes: true,
})
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .map(path => ({
    path: path.slice(root.length + 1),
    base64Content: readFileSync(path).toString('base64'),
  }));

/** A form as somebody fills it. */
export const form = {
  name: 'orders',
  owner: 'group:default/shop-team',
  system: 'system:default/shop',
  port: 8080,
  protocol: 'http',
  cluster: 'prod-eu',
  namespace: 'shop',
  podsAtLeast: 1,
  podsAtMost: 3,
  strategy: 'deployment',
  replicas: 2,
};
