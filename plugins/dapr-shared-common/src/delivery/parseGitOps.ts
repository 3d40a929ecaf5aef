import { CHART_NAME } from '../chart';
import { DEFAULT_CHART_VERSION } from '../plan/chartVersion';
import { compact, ConfigNode } from '../plan/policy/configNode';
import { chartSource } from './chartSource';
import { deliveryKinds } from './deliver';
import {
  type ArgoCdSettings,
  DEFAULT_INSTANCE_PATH,
  type GitOpsRepository,
} from './gitops';
import type { DeliveryKind } from './types';

const FIELDS = ['name', 'repository', 'branch', 'clusters', 'path', 'delivery', 'chartRepository', 'argocd']; // prettier-ignore

/**
 * The GitOps repositories, from configuration as it was read. Nothing
 * configured is none.
 *
 * @param value - what stands at `daprShared.gitops`
 * @throws InputError that names the key and the cure, for what cannot work
 * @public
 */
export function parseGitOps(
  value: unknown,
  path = 'daprShared.gitops',
): GitOpsRepository[] {
  const root = new ConfigNode(value, path);
  const repositories = root.isSet ? root.items().map(parseRepository) : [];
  for (const { name } of repositories) {
    if (repositories.filter(other => other.name === name).length > 1) {
      root.refuse(
        `has two entries named "${name}"; give each a name of its own`,
      );
    }
  }
  return repositories;
}

function parseRepository(node: ConfigNode): GitOpsRepository {
  node.children(FIELDS);
  const clusters = parseClusters(node.child('clusters'));
  const delivery = parseDelivery(node.child('delivery'));
  return compact({
    name: node.child('name').text(),
    repository: parseAddress(node.child('repository')),
    branch: node.child('branch').optional(n => n.text()) ?? 'main',
    clusters,
    path: parsePath(node.child('path'), clusters),
    delivery,
    chartRepository: node.child('chartRepository').optional(parseChart),
    argocd: node
      .child('argocd')
      .optional(n => parseArgoCd(n, delivery, clusters)),
  });
}

function parseClusters(node: ConfigNode): string[] {
  const clusters = node.items().map(item => item.text());
  return clusters.length > 0
    ? clusters
    : node.refuse('is empty; name the clusters that are fed from it');
}

function parseDelivery(node: ConfigNode): DeliveryKind {
  if (!node.isSet) return 'flux';
  const words = deliveryKinds.map(kind => `"${kind}"`);
  return (
    deliveryKinds.find(kind => kind === node.value) ??
    node.refuse(
      `is ${JSON.stringify(node.value)}; write ${words
        .slice(0, -1)
        .join(', ')} or ${words.at(-1)}`,
    )
  );
}

/** It is written into files, so nobody's credentials may be in it. */
function parseAddress(node: ConfigNode): string {
  const address = node.text();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || /\s/.test(address)) {
    return node.refuse(
      'must be the address as a browser opens it, for example "https://git.example.com/platform/gitops"',
    );
  }
  return url.username || url.password
    ? node.refuse(
        'has a user name or a password in it, which would reach Git; take it out, and configure credentials in integrations',
      )
    : address.replace(/(\.git)?\/*$/, '');
}

function parsePath(node: ConfigNode, clusters: readonly string[]): string {
  const path = node.optional(n => n.text()) ?? DEFAULT_INSTANCE_PATH;
  const needed = ['{namespace}', '{appId}', ...(clusters.length > 1 ? ['{cluster}'] : [])]; // prettier-ignore
  const missing = needed.filter(part => !path.includes(part));
  if (missing.length > 0) {
    return node.refuse(
      `is "${path}" and lacks ${missing.join(
        ' and ',
      )}: two instances would share a folder. Write for example "${DEFAULT_INSTANCE_PATH}"`,
    );
  }
  return path.split('/').some(part => ['', '.', '..'].includes(part))
    ? node.refuse(
        `is "${path}"; write it from the root of the repository, without "/" at either end and without ".."`,
      )
    : path;
}

function parseChart(node: ConfigNode): string {
  const chartRepository = node.text();
  const chart = { name: CHART_NAME, version: DEFAULT_CHART_VERSION };
  try {
    chartSource({ chart }, { chartRepository });
  } catch {
    return node.refuse(
      'is no address of the chart; write "oci://registry/path/chart", or a Git repository without a password in it as "https://host/org/repo//chart/dapr-shared?ref=v1.16.0"',
    );
  }
  return chartRepository;
}

function parseArgoCd(
  node: ConfigNode,
  delivery: DeliveryKind,
  clusters: readonly string[],
): ArgoCdSettings {
  node.children(['namespace', 'project', 'destination']);
  if (delivery !== 'argocd') {
    return node.refuse(
      'is for delivery "argocd" alone; remove it, or write delivery: argocd',
    );
  }
  const destination = node.child('destination');
  if (destination.isSet && clusters.length > 1) {
    return destination.refuse(
      'names one cluster of Argo CD, and clusters has several, which would all end there; make one entry for each cluster',
    );
  }
  const text = (key: string) => node.child(key).optional(n => n.text());
  return compact({
    namespace: text('namespace'),
    project: text('project'),
    destination: text('destination'),
  });
}
