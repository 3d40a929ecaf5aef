import { at, type KubeObject } from '../../objects';
import { applyOverlay, overlayReason } from '.';
import { planObjects } from '../objects';
import { overlayChanges } from '../patches';
import { plan } from '../plan';
import {
  argsOf,
  asking,
  daprdOf,
  facts,
  objectsOf,
  ofKind,
  podOf,
  variableOf,
} from '../testUtils';
import type { ClusterFacts, PlanRequest } from '../types';
import type { OverlayChoices } from './choices';

const elsewhere: ClusterFacts = { controlPlane: { namespace: 'dapr' } };

const labels = {
  'app.kubernetes.io/name': 'dapr-shared-chart',
  'app.kubernetes.io/instance': 'orders-644f7b8c',
};
const choosing = (overlay: OverlayChoices): Partial<PlanRequest> => ({ overlay }); // prettier-ignore
const entriesOf = (fields: Partial<PlanRequest>) =>
  plan(asking(fields), facts).overlay;

describe('the control plane in another namespace', () => {
  const objects = planObjects(plan(asking({}), elsewhere));

  it('is told to the init container as well as to daprd', () => {
    expect(at(podOf(objects), 'initContainers')).toEqual([
      expect.objectContaining({
        name: 'shared-init-container',
        env: [{ name: 'DAPR_CONTROL_PLANE_NAMESPACE', value: 'dapr' }],
      }),
    ]);
    expect(variableOf(objects, 'DAPR_CONTROLPLANE_NAMESPACE')).toMatchObject({
      value: 'dapr',
    });
  });
});

describe('overlay entries', () => {
  const usual = ['scheduler-address', 'startup-grace'];

  it.each<[string, Partial<PlanRequest>, string[]]>([
    ['nothing more', {}, usual],
    ['no choices', choosing({}), usual],
    ['an app scaled to zero', { app: { port: 80, protocol: 'http', scaleToZero: true } }, ['scheduler-address', 'scale-to-zero']], // prettier-ignore
    ['a caller scaled to zero', { app: { port: 0, protocol: 'http', scaleToZero: true } }, ['scheduler-address']], // prettier-ignore
    ['no secret store', choosing({ secretStore: 'disabled' }), [...usual, 'secret-store-disabled']], // prettier-ignore
    ['the secret store', choosing({ secretStore: 'enabled' }), usual],
    ['a hardened identity', choosing({ identity: { ca: { from: 'bundle' } } }), [...usual, 'secret-store-disabled', 'hardened-identity']], // prettier-ignore
    ['a token', choosing({ tokenSecret: { name: 'a', key: 'b' } }), [...usual, 'token-secret']], // prettier-ignore
    ['resources', choosing({ resources: 'recommended' }), [...usual, 'resources']], // prettier-ignore
    ['node locality', { strategy: 'daemonset', overlay: { nodeLocal: true } }, [...usual, 'node-local']], // prettier-ignore
    ['node locality of a Deployment', choosing({ nodeLocal: true }), usual],
    ['node locality not wanted', { strategy: 'daemonset', overlay: { nodeLocal: false } }, usual], // prettier-ignore
    ['spread', choosing({ spread: true }), [...usual, 'spread']],
    ['spread not wanted', choosing({ spread: false }), usual],
    ['spread of a DaemonSet', { strategy: 'daemonset', overlay: { spread: true } }, usual], // prettier-ignore
    ['a disruption budget', choosing({ disruptionBudget: true }), [...usual, 'disruption-budget']], // prettier-ignore
    ['a disruption budget not wanted', choosing({ disruptionBudget: false }), usual], // prettier-ignore
    ['a disruption budget of a DaemonSet', { strategy: 'daemonset', overlay: { disruptionBudget: true } }, usual], // prettier-ignore
    ['a network policy', choosing({ networkPolicy: {} }), [...usual, 'network-policy']], // prettier-ignore
  ])('for %s', (_, fields, expected) => {
    expect(entriesOf(fields)).toEqual(expected);
  });

  it.each([
    [true, usual],
    [undefined, usual],
    [false, ['startup-grace']],
  ])('where there is a scheduler: %s', (scheduler, expected) => {
    const controlPlane = { namespace: 'dapr-system', scheduler };
    expect(plan(asking({}), { controlPlane }).overlay).toEqual(expected);
  });

  it('for a control plane in another namespace', () => {
    const [address, grace] = usual;
    expect(plan(asking({}), elsewhere).overlay).toEqual([address, 'init-namespace', grace]); // prettier-ignore
    const namespace = { values: { shared: { controlPlane: { namespace: 'dapr' } } } }; // prettier-ignore
    expect(entriesOf(namespace)).toContain('init-namespace');
    const hardened = choosing({ identity: { ca: { from: 'bundle' } } });
    expect(plan(asking(hardened), elsewhere).overlay).not.toContain('init-namespace'); // prettier-ignore
  });

  it.each([
    ...usual,
    'init-namespace',
    'scale-to-zero',
    'secret-store-disabled',
    'hardened-identity',
    'token-secret',
    'resources',
    'node-local',
    'spread',
    'disruption-budget',
    'network-policy',
  ])('%s says why', name => {
    expect(overlayReason(name)).toMatch(/^.{60,}\.$/);
  });

  it('says nothing of an entry that there is not', () => {
    expect(overlayReason('no-such-entry')).toBeUndefined();
  });

  it('leaves objects alone that are no workload, and what is no object', () => {
    const strange: KubeObject[] = [
      { kind: 'DaemonSet' },
      { kind: 'Deployment', spec: { template: { spec: { containers: ['daprd', { name: 'app' }] } } } }, // prettier-ignore
      { kind: 'Pod', spec: { containers: [{ name: 'daprd' }] } },
    ];
    const names = ['scheduler-address', 'startup-grace', 'hardened-identity', 'token-secret']; // prettier-ignore
    const context = { choices: {}, releaseName: 'orders', namespace: 'shop' };
    expect(applyOverlay(names, strange, context)).toEqual([
      { kind: 'DaemonSet', spec: { template: { spec: { containers: [] } } } },
      strange[1],
      strange[2],
    ]);
  });
});

describe('startup', () => {
  it('keeps an app that is scaled to zero out of every probe', () => {
    const app = { port: 80, protocol: 'http', scaleToZero: true } as const;
    const outbound = {
      httpGet: { path: '/v1.0/healthz/outbound', port: 'public-http' },
    };
    const container = daprdOf(objectsOf({ app }));
    expect(container).toMatchObject({
      livenessProbe: outbound,
      readinessProbe: outbound,
    });
    expect(container).not.toHaveProperty('startupProbe');
  });
});

describe('arguments', () => {
  it('are added once', () => {
    const context = { choices: {}, releaseName: 'orders', namespace: 'shop' };
    const once = objectsOf(choosing({ secretStore: 'disabled' }));
    const twice = applyOverlay(
      ['scheduler-address', 'secret-store-disabled'],
      once,
      context,
    );
    expect(argsOf(twice)).toEqual(argsOf(once));
    expect(argsOf(once)).toContain('--disable-builtin-k8s-secret-store');
  });
});

describe('token', () => {
  it("comes from the named Secret, and the chart's own is left out", () => {
    const tokenSecret = { name: 'orders-dapr-token', key: 'token' };
    const objects = objectsOf(choosing({ tokenSecret }));
    expect(variableOf(objects, 'DAPR_API_TOKEN')).toEqual({
      name: 'DAPR_API_TOKEN',
      valueFrom: { secretKeyRef: tokenSecret },
    });
    expect(ofKind(objects, 'Secret')).toBeUndefined();
    expect(ofKind(objectsOf({}), 'Secret')).toBeDefined();
  });
});

describe('resources', () => {
  it("are those of Dapr's documentation where nothing else is said", () => {
    const objects = objectsOf(choosing({ resources: 'recommended' }));
    expect(daprdOf(objects)).toMatchObject({
      resources: {
        requests: { cpu: '100m', memory: '250Mi' },
        limits: { cpu: '300m', memory: '1000Mi' },
      },
    });
    expect(variableOf(objects, 'GOMEMLIMIT')).toEqual({
      name: 'GOMEMLIMIT',
      value: '900MiB',
    });
  });

  it.each([
    ['2Gi', '1843MiB'],
    ['1G', '858MiB'],
    ['1.5Gi', '1382MiB'],
    ['104857600', '90MiB'],
  ])('a limit of %s is %s for Go', (memory, expected) => {
    const objects = objectsOf(choosing({ resources: { limits: { memory } } }));
    expect(at(variableOf(objects, 'GOMEMLIMIT'), 'value')).toBe(expected);
  });

  it('without a limit leave Go alone', () => {
    const requests = { memory: '250Mi' };
    const objects = objectsOf(choosing({ resources: { requests } }));
    expect(at(daprdOf(objects), 'resources')).toEqual({ requests });
    expect(variableOf(objects, 'GOMEMLIMIT')).toBeUndefined();
  });
});

describe('placement', () => {
  it('keeps calls on the node of a node-local DaemonSet', () => {
    const objects = objectsOf({
      strategy: 'daemonset',
      overlay: { nodeLocal: true },
    });
    expect(ofKind(objects, 'Service')).toMatchObject({
      spec: { type: 'ClusterIP', internalTrafficPolicy: 'Local' },
    });
  });

  it('spreads replicas over nodes and zones, softly', () => {
    const constraint = (topologyKey: string) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    });
    expect(podOf(objectsOf(choosing({ spread: true })))).toHaveProperty(
      'topologySpreadConstraints',
      [
        constraint('kubernetes.io/hostname'),
        constraint('topology.kubernetes.io/zone'),
      ],
    );
  });

  it('lets a drain take one replica at a time', () => {
    const made = plan(asking(choosing({ disruptionBudget: true })), facts);
    expect(overlayChanges(made).added).toEqual([
      {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'orders-644f7b8c-daprd', namespace: 'shop', labels },
        spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
      },
    ]);
  });
});

describe('network policy', () => {
  it.each<[string, OverlayChoices['networkPolicy'], object]>([
    ['every pod of the namespace', {}, {}],
    ['the pods named', { podLabels: { app: 'orders' } }, { matchLabels: { app: 'orders' } }], // prettier-ignore
  ])('lets %s call the Dapr API', (_, policy, podSelector) => {
    const made = plan(asking(choosing({ networkPolicy: policy })), facts);
    expect(overlayChanges(made).added).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'orders-644f7b8c-daprd', namespace: 'shop', labels },
        spec: {
          podSelector: { matchLabels: labels },
          policyTypes: ['Ingress'],
          ingress: [
            {
              from: [{ podSelector }],
              ports: [
                { protocol: 'TCP', port: 'http' },
                { protocol: 'TCP', port: 'grpc' },
              ],
            },
            {
              from: [{ namespaceSelector: {} }],
              ports: [
                { protocol: 'TCP', port: 'internal-grpc' },
                { protocol: 'TCP', port: 'metrics' },
              ],
            },
          ],
        },
      },
    ]);
  });
});
