import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { render } from '../../chart';
import { asString, type KubeObject } from '../../objects';
import { drift } from '..';
import daemonsets from '../__fixtures__/live/daemonsets.json';
import deployments from '../__fixtures__/live/deployments.json';
import services from '../__fixtures__/live/services.json';
import troubleDaemonsets from '../__fixtures__/trouble/daemonsets.json';
import troubleDeployments from '../__fixtures__/trouble/deployments.json';
import troubleServices from '../__fixtures__/trouble/services.json';

const list = (kind: string, items: unknown[]) => ({ kind: `${kind}List`, items }); // prettier-ignore

/** What a real API server answered, of all namespaces. */
const live = [
  list('DaemonSet', [...daemonsets.items, ...troubleDaemonsets.items]),
  list('Deployment', [...deployments.items, ...troubleDeployments.items]),
  list('Service', [...services.items, ...troubleServices.items]),
];

interface Given {
  appId: string;
  namespace: string;
  shared?: object;
  replicas?: number;
}

const rendered = ({ appId, namespace, shared, replicas }: Given) =>
  render({
    chartVersion: '1.16.0',
    releaseName: appId,
    namespace,
    values: {
      shared: {
        appId,
        remoteURL: `${appId}.${namespace}.svc.cluster.local`,
        remotePort: 8080,
        ...(replicas && { strategy: 'deployment', deployment: { replicas } }),
        ...shared,
      },
    },
  });

/** What Helm renders for another chart version, with its names put in. */
function golden(version: string, name: string, appId: string, to: string) {
  const text = readFileSync(
    join(__dirname, '..', '__fixtures__', 'golden', version, `${name}.yaml`),
    'utf8',
  )
    .replaceAll('orders', appId)
    .replaceAll('.shop.', `.${to}.`)
    .replaceAll('namespace: shop', `namespace: ${to}`);
  return parseAllDocuments(text, { version: '1.1' }).map(d => d.toJS());
}

describe('drift of what a real API server has', () => {
  it.each<Given>([
    { appId: 'orders', namespace: 'shop' },
    { appId: 'payments', namespace: 'billing', replicas: 3, shared: { daprd: { config: 'tracing' } } },
    { appId: 'crashing', namespace: 'trouble', replicas: 2 },
    { appId: 'initfail', namespace: 'trouble', replicas: 1 },
    { appId: 'no-account', namespace: 'trouble', replicas: 1, shared: { serviceAccount: { create: false, name: 'missing-sa' } } },
    { appId: 'unpullable', namespace: 'trouble', replicas: 1, shared: { daprd: { image: { tag: '9.9.9' } } } },
    { appId: 'unschedulable', namespace: 'trouble', replicas: 1, shared: { scheduling: { nodeSelector: { pool: 'missing' } } } },
    { appId: 'ds-partial', namespace: 'trouble' },
  ])('is none for $namespace/$appId, chart 1.16.0', given => {
    const { namespace } = given;
    expect(drift(rendered(given), live, { namespace })).toEqual([]);
  }); // prettier-ignore

  it('is what was set otherwise for charts 0.0.15 and 0.0.9', () => {
    const inventory = golden('0.0.15', 'deployment-3-replicas', 'inventory', 'catalog'); // prettier-ignore
    expect(drift(inventory, live, { namespace: 'catalog' })).toMatchObject([
      { path: 'spec.replicas', expected: 3, live: 2 },
    ]);
    const catalog = golden('0.0.9', 'deployment-3-replicas', 'catalog', 'legacy'); // prettier-ignore
    expect(drift(catalog, live, { namespace: 'legacy' })).toMatchObject([
      { path: 'spec.replicas', expected: 3, live: 1 },
      {
        expected: 'docker.io/daprio/dapr-shared:0.0.9',
        live: 'docker.io/daprio/dapr-shared:latest',
      },
    ]);
  });

  it('is none for what kubectl says was applied', () => {
    const applied =
      [...daemonsets.items, ...deployments.items, ...services.items] // prettier-ignore
        .map(
          (item: KubeObject) =>
            item.metadata?.annotations?.[
              'kubectl.kubernetes.io/last-applied-configuration'
            ],
        ) // prettier-ignore
        .flatMap(text => (asString(text) ? [JSON.parse(String(text))] : []));
    expect(applied).toHaveLength(6);
    expect(drift(applied, live)).toEqual([]);
  });
});
