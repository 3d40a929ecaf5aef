import type { KubernetesObject } from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const plugins = join(__dirname, '../../../plugins');
const charts = join(plugins, 'dapr-shared-common/src/chart/__fixtures__');

const clusterScoped = ['ClusterRole', 'ClusterRoleBinding'];

/**
 * What Helm rendered for a golden case of the chart, for another release: the
 * set has `orders` for release and app id, and `shop` for the namespace. Hooks
 * are in it, as they are in what people apply.
 *
 * @param goldenCase - `version/case`
 * @param name - release, app id and namespace
 */
export function rendered(goldenCase: string, name: string): KubernetesObject[] {
  const file = join(charts, `golden-${goldenCase}`, 'manifest.yaml');
  const text = readFileSync(file, 'utf8').replace(/\b(orders|shop)\b/g, name);
  return parse(text).map(object =>
    clusterScoped.includes(object.kind ?? '')
      ? object
      : { ...object, metadata: { ...object.metadata, namespace: name } },
  );
}

/** A ClusterRole that the backend plugin ships: for what it needs, or for logs too. */
export function shippedClusterRole(
  name: 'clusterrole' | 'clusterrole-logs',
): KubernetesObject[] {
  const file = join(plugins, `dapr-shared-backend/deploy/${name}.yaml`);
  return parse(readFileSync(file, 'utf8'));
}

function parse(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { version: '1.1' }).map(document => {
    const object: unknown = document.toJS();
    if (!isObject(object)) throw new Error(`No object: ${document}`);
    return object;
  });
}

function isObject(value: unknown): value is KubernetesObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'metadata' in value
  );
}
