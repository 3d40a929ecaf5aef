import {
  type ClusterFacts,
  fluxDelivery,
  instanceFolder,
  instanceSource,
  plan,
} from 'backstage-plugin-dapr-shared-common';
import { parseDocument, stringify } from 'yaml';
import type { FileChange } from '../git';
import { APP_PORT, NAMESPACE, type SeededInstance } from './apps';

/** The GitOps repository as the portal's configuration names it. */
export interface GitOpsPlace {
  name: string;
  /** Address as a browser opens it. */
  repository: string;
  branch: string;
  path: string;
}

/** Files of an instance: what the portal would have written, and then the edits. */
export function instanceFiles(
  seeded: SeededInstance,
  place: GitOpsPlace,
  facts: ClusterFacts,
): FileChange[] {
  const { cluster, appId, strategy, replicas, overlay } = seeded;
  const { edits = [], patches = [] } = seeded;
  const ref = { cluster, namespace: NAMESPACE, appId };
  const made = plan(
    {
      appId,
      target: { cluster, namespace: NAMESPACE },
      app: { port: APP_PORT, protocol: 'http' },
      strategy,
      replicas,
      overlay,
      entityRef: `component:default/${appId}`,
      source: instanceSource(place, ref),
    },
    facts,
  );
  const folder = instanceFolder(place, ref);
  return fluxDelivery(made, place).map(({ path, content }) => ({
    path: `${folder}/${path}`,
    content: byHand(path, content),
  }));

  function byHand(path: string, content: string): string {
    if (path === 'values.yaml') return edited(content, edits);
    return path === 'helm-release.yaml' ? patched(content, patches) : content;
  }
}

function patched(
  content: string,
  patches: NonNullable<SeededInstance['patches']>,
): string {
  if (patches.length === 0) return content;
  const document = parseDocument(content);
  const added = patches.map(({ target, patch }) => ({
    target,
    patch: stringify(patch),
  }));
  const renderers = ['spec', 'postRenderers'];
  if (document.hasIn(renderers)) {
    document.addIn(renderers, { kustomize: { patches: added } });
  } else {
    document.setIn(renderers, [{ kustomize: { patches: added } }]);
  }
  return document.toString({ lineWidth: 0 });
}

function edited(
  content: string,
  edits: readonly { path: string; value: unknown }[],
): string {
  const document = parseDocument(content);
  for (const { path, value } of edits) {
    document.setIn(path.split('.'), value);
  }
  return document.toString({ lineWidth: 0 });
}

/** Manifests of the app itself: what its own pipeline would deploy. */
export function appFiles(seeded: SeededInstance): FileChange[] {
  const { cluster, appId, appReplicas = 2, beside = [] } = seeded;
  const metadata = { name: appId, namespace: NAMESPACE };
  const labels = { 'app.kubernetes.io/name': appId };
  const endpoint = `http://${appId}-dapr.${NAMESPACE}.svc.cluster.local:3500`;
  const objects = [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, labels },
      spec: {
        replicas: appReplicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: appId,
                image: `registry.example/shop/${appId}:1.4.0`,
                ports: [{ name: 'http', containerPort: APP_PORT }],
                env: [{ name: 'DAPR_HTTP_ENDPOINT', value: endpoint }],
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, labels },
      spec: {
        selector: labels,
        ports: [{ name: 'http', port: APP_PORT, targetPort: 'http' }],
      },
    },
  ];
  const besides = beside.map(object => stringify(object)).join('---\n');
  return [
    ...objects.map(object => ({
      path: `deploy/${cluster}/${object.kind.toLowerCase()}.yaml`,
      content: stringify(object),
    })),
    ...(besides
      ? [{ path: `deploy/${cluster}/dapr.yaml`, content: besides }]
      : []),
  ];
}
