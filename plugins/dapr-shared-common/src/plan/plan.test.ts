import { flagValue } from '../instance/args';
import { asArray, at, inspect, type KubeObject, validateValues } from '..';
import { planObjects } from './objects';
import { overlayPatches } from './patches';
import { plan } from './plan';
import { facts, request } from './testUtils';
import type { ClusterFacts } from './types';

/** The container daprd of the workload that comes out. */
function daprd(objects: KubeObject[]): unknown {
  const workload = objects.find(o =>
    ['DaemonSet', 'Deployment'].includes(o.kind ?? ''),
  );
  return asArray(at(workload, 'spec', 'template', 'spec', 'containers'))[0];
}

const argsOf = (objects: KubeObject[]) =>
  asArray(at(daprd(objects), 'args')).map(String);

describe('plan', () => {
  it('gives the same plan for the same input', () => {
    expect(plan(request, facts)).toEqual(plan({ ...request }, { ...facts }));
  });

  it('writes values that the chart knows', () => {
    expect(validateValues(plan(request, facts).values.data)).toEqual([]);
  });

  it('names a release by app id and namespace, in 53 characters', () => {
    const long = 'a'.repeat(58);
    const name = (appId: string, namespace: string) =>
      plan({ ...request, appId, target: { ...request.target, namespace } }, {})
        .releaseName;
    expect(name('orders', 'shop')).toBe('orders-644f7b8c');
    expect(name('orders', 'stock')).not.toBe(name('orders', 'shop'));
    expect(name(long, 'shop')).toMatch(/^a{44}-[0-9a-f]{8}$/);
  });

  it('asks Sentry at 443 and always says which daprd', () => {
    const { values } = plan(request, facts);
    expect(values.data).toEqual({
      shared: {
        appId: 'orders',
        remoteURL: 'orders.shop.svc.cluster.local',
        remotePort: 8080,
        strategy: 'deployment',
        deployment: { replicas: 1 },
        controlPlane: { sentry: { port: 443 } },
        daprd: { image: { tag: '1.18.3' } },
      },
    });
    expect(values.comments['shared.controlPlane.sentry.port']).toContain(
      'no port 80 since Dapr 1.14',
    );
  });

  it('moves every address with namespace, trust domain and cluster domain', () => {
    const elsewhere: ClusterFacts = {
      clusterDomain: 'corp.example',
      controlPlane: {
        namespace: 'dapr',
        version: '1.18.3',
        trustDomain: 'id.example',
      },
    };
    const objects = planObjects(plan(request, elsewhere));
    const text = JSON.stringify(objects);
    expect(text).not.toContain('dapr-system');
    expect(text).not.toContain('cluster.local');
    expect(text).toContain('spiffe://id.example/ns/dapr/dapr-sentry');
    const args = argsOf(objects);
    expect(flagValue(args, 'sentry-address')).toBe(
      'dapr-sentry.dapr.svc.corp.example:443',
    );
    expect(flagValue(args, 'scheduler-host-address')).toBe(
      'dapr-scheduler-server-0.dapr-scheduler-server.dapr.svc.corp.example:50006',
    );
    expect(flagValue(args, 'app-channel-address')).toBe(
      'orders.shop.svc.corp.example',
    );
  });

  it('takes mTLS from the control plane', () => {
    const mtls = { namespace: 'dapr-system', mtls: true };
    const objects = planObjects(plan(request, { controlPlane: mtls }));
    expect(flagValue(argsOf(objects), 'enable-mtls')).toBe('true');
  });

  it('writes backlinks that inspection reads from the objects', () => {
    const source = 'https://git.example/platform/gitops#main:clusters/x';
    const entityRef = 'component:default/orders';
    const linked = plan({ ...request, source, entityRef }, facts);
    expect([...inspect(planObjects(linked))]).toMatchObject([
      {
        appId: 'orders',
        strategy: 'deployment',
        source,
        entityRef,
        appChannel: { host: 'orders.shop.svc.cluster.local', port: 8080 },
        daprdVersion: '1.18.3',
      },
    ]);
  });

  it.each([
    ['what was asked for', '1.17.13', '1.18.3', '1.17.13'],
    ['what the control plane runs', undefined, '1.17.13', '1.17.13'],
    ['the newest known where it says nothing', undefined, undefined, '1.18.3'],
    ['the newest known where it cannot be read', undefined, 'edge', '1.18.3'],
  ])('runs %s', (_, runtimeVersion, version, expected) => {
    const controlPlane = { namespace: 'dapr-system', version };
    const made = plan({ ...request, runtimeVersion }, { controlPlane });
    expect(made.runtimeVersion).toBe(expected);
  });

  it.each<[string, ClusterFacts, string | undefined, string[]]>([
    ['nothing for a usual cluster', facts, undefined, []],
    ['no control plane', { controlPlane: null }, undefined, ['DS201 high']],
    ['an unknown control plane', {}, undefined, ['DS202 medium']],
    ['an old control plane', { controlPlane: { namespace: 'dapr-system', version: '1.13.2' } }, '1.18.3', ['DS203 critical']], // prettier-ignore
    ['a runtime below the floor', facts, '1.13.0', ['DS501 critical']],
    ['a newer minor', facts, '1.19.0', ['DS502 medium']],
    ['a newer patch, silently', facts, '1.18.99', []],
    ['a runtime out of support', facts, '1.15.7', ['DS503 medium']],
  ])('tells %s', (_, given, runtimeVersion, expected) => {
    const { findings } = plan({ ...request, runtimeVersion }, given);
    expect(findings.map(f => `${f.code} ${f.severity}`)).toEqual(expected);
  });
});

describe('overlay', () => {
  it.each([
    ['1.18.3', ['scheduler-address', 'startup-grace']],
    ['1.17.0', ['scheduler-address', 'startup-grace']],
    ['1.16.19', ['startup-grace']],
  ])('gives daprd %s what it needs', (runtimeVersion, expected) => {
    expect(plan({ ...request, runtimeVersion }, facts).overlay).toEqual(
      expected,
    );
  });

  it('waits for no app where there is none', () => {
    const caller = { ...request, app: { ...request.app, port: 0 } };
    const made = plan(caller, facts);
    expect(made.overlay).toEqual(['scheduler-address']);
    expect(made.values.data).not.toHaveProperty('shared.remoteURL');
  });

  it.each(['daemonset', 'deployment'] as const)(
    'patches the %s and nothing else',
    strategy => {
      const patches = overlayPatches(plan({ ...request, strategy }, facts));
      expect(patches).toHaveLength(1);
      expect(patches[0]?.target).toEqual({
        group: 'apps',
        version: 'v1',
        kind: strategy === 'daemonset' ? 'DaemonSet' : 'Deployment',
        name: 'orders-644f7b8c-dapr-shared-chart',
      });
    },
  );

  it('lets daprd wait an hour for its app before it is restarted', () => {
    const probe = at(daprd(planObjects(plan(request, facts))), 'startupProbe');
    const seconds =
      Number(at(probe, 'periodSeconds')) *
      Number(at(probe, 'failureThreshold'));
    expect(seconds).toBe(3600);
  });

  it('uses only arguments that the runtime of the plan knows', () => {
    const made = plan({ ...request, runtimeVersion: '1.16.19' }, facts);
    expect(overlayPatches(made)[0]?.operations).toEqual([
      expect.objectContaining({
        path: '/spec/template/spec/containers/0/startupProbe',
      }),
    ]);
  });
});
