import { inspect } from '../../instance';
import { asArray, at } from '../../objects';
import { needsHooks, planObjects } from '../objects';
import { overlayChanges } from '../patches';
import { plan } from '../plan';
import {
  argsOf,
  asking,
  facts,
  objectsOf,
  ofKind,
  podOf,
  variableOf,
} from '../testUtils';
import type { CaSource } from './choices';

const pem =
  '-----BEGIN CERTIFICATE-----\nMIIBdjCCAR2gAwIBAgIRAP\n-----END CERTIFICATE-----\n';

const hardened = (ca: CaSource) => ({ overlay: { identity: { ca } } });
const sources: [string, CaSource][] = [
  ['a Bundle', { from: 'bundle' }],
  ['a ConfigMap', { from: 'config-map', name: 'dapr-ca' }],
  ['a certificate', { from: 'certificate', pem }],
];

/** The key of a ConfigMap from which daprd takes the CA. */
const anchorsOf = (ca: CaSource) =>
  at(
    variableOf(objectsOf(hardened(ca)), 'DAPR_TRUST_ANCHORS'),
    ...['valueFrom', 'configMapKeyRef'],
  );

describe.each(sources)('hardened identity from %s', (_, ca) => {
  const objects = objectsOf(hardened(ca));

  it('has no permission of any kind', () => {
    const kinds = objects.map(object => object.kind);
    expect(kinds.filter(kind => /Role|Binding/.test(kind ?? ''))).toEqual([]);
    expect(podOf(objects)).toHaveProperty('automountServiceAccountToken', false); // prettier-ignore
  });

  it('has no init container, no hook and no ConfigMap of the chart', () => {
    expect(podOf(objects)).not.toHaveProperty('initContainers');
    expect(needsHooks(plan(asking(hardened(ca)), facts))).toBe(false);
    expect(JSON.stringify(objects)).not.toContain('shared-cm');
    const volumes = asArray(at(podOf(objects), 'volumes'));
    expect(volumes.map(volume => at(volume, 'name'))).toEqual([
      'dapr-identity-token',
    ]);
  });

  it('reads no Secret through the Dapr API and has no private key', () => {
    expect(argsOf(objects)).toContain('--disable-builtin-k8s-secret-store');
    expect(JSON.stringify(objects)).not.toMatch(/PRIVATE KEY|issuer|tls\.key/i); // prettier-ignore
  });

  it('is still seen as an instance', () => {
    expect([...inspect(objects)]).toMatchObject([
      { appId: 'orders', strategy: 'deployment' },
    ]);
  });
});

describe('hardened identity', () => {
  it('takes the CA from an existing ConfigMap', () => {
    expect(anchorsOf({ from: 'config-map', name: 'dapr-ca' })).toEqual({
      name: 'dapr-ca',
      key: 'ca.crt',
    });
    expect(
      anchorsOf({ from: 'config-map', name: 'dapr-ca', key: 'root.pem' }),
    ).toEqual({ name: 'dapr-ca', key: 'root.pem' });
  });

  it('puts a certificate into a ConfigMap that is named after it', () => {
    const made = plan(asking(hardened({ from: 'certificate', pem })), facts);
    const [configMap, ...rest] = overlayChanges(made).added;
    expect(rest).toEqual([]);
    expect(configMap).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'orders-644f7b8c-ca-9276949f', namespace: 'shop' },
      data: { 'ca.crt': pem },
    });
    expect(anchorsOf({ from: 'certificate', pem })).toEqual({
      name: configMap?.metadata?.name,
      key: 'ca.crt',
    });
    const other = anchorsOf({ from: 'certificate', pem: pem + pem });
    expect(at(other, 'name')).not.toBe(configMap?.metadata?.name);
  });

  it('lets trust-manager write the ConfigMap into the namespace alone', () => {
    const made = plan(asking(hardened({ from: 'bundle' })), facts);
    expect(overlayChanges(made).added).toEqual([
      {
        apiVersion: 'trust.cert-manager.io/v1alpha1',
        kind: 'Bundle',
        metadata: { name: 'orders-644f7b8c-ca' },
        spec: {
          sources: [
            { configMap: { name: 'dapr-trust-bundle', key: 'ca.crt' } },
          ],
          target: {
            configMap: { key: 'ca.crt' },
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'shop' },
            },
          },
        },
      },
    ]);
    expect(anchorsOf({ from: 'bundle' })).toEqual({
      name: 'orders-644f7b8c-ca',
      key: 'ca.crt',
    });
  });

  it('tells what is left out of the chart, hooks aside', () => {
    const made = plan(asking(hardened({ from: 'bundle' })), facts);
    const fullName = 'orders-644f7b8c-dapr-shared-chart';
    const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
    const { removed } = overlayChanges(made);
    expect(removed).toEqual(
      ['ClusterRole', 'ClusterRoleBinding'].flatMap(kind =>
        ['secret-reader', 'configmap-creator'].map(suffix => ({
          ...rbac,
          kind,
          name: `${fullName}-${suffix}`,
        })),
      ),
    );
  });

  it('keeps what a plan without it has', () => {
    const made = plan(asking({}), facts);
    expect(needsHooks(made)).toBe(true);
    expect(overlayChanges(made)).toMatchObject({ removed: [], added: [] });
    expect(ofKind(planObjects(made), 'ClusterRole')).toBeDefined();
  });

  it('keeps the ServiceAccount, which is the identity', () => {
    const objects = objectsOf(hardened({ from: 'bundle' }));
    expect(objects.filter(o => o.kind === 'ServiceAccount')).toHaveLength(1);
  });
});
