import { flagValue } from '../instance/args';
import { at, inspect, validateValues } from '..';
import { planObjects } from './objects';
import { overlayPatches } from './patches';
import { plan } from './plan';
import {
  argsOf,
  asking,
  daprdOf,
  facts,
  findingsOf,
  objectsOf,
  request,
  toldOf,
} from './testUtils';
import type { ClusterFacts, PlanRequest } from './types';

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
    ['a newer minor', facts, '1.19.0', ['DS502 medium', 'DS504 medium']],
    ['a newer patch, silently', facts, '1.18.99', []],
    ['a runtime out of support', facts, '1.15.7', ['DS503 medium']],
  ])('tells %s', (_, given, runtimeVersion, expected) => {
    expect(findingsOf({ runtimeVersion }, given)).toEqual(expected);
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
    const probe = at(
      daprdOf(planObjects(plan(request, facts))),
      'startupProbe',
    );
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

describe('references', () => {
  it('runs under an existing ServiceAccount', () => {
    const { values } = plan(asking({ serviceAccount: 'orders' }), facts);
    expect(values.data).toMatchObject({
      shared: { serviceAccount: { create: false, name: 'orders' } },
    });
    expect(values.comments).toHaveProperty(
      ['shared.serviceAccount.create'],
      expect.stringContaining('must be there first'),
    );
  });

  it('names a Dapr Configuration where daprd and where Sentry look', () => {
    const objects = objectsOf({ configuration: 'tracing' });
    expect(flagValue(argsOf(objects), 'config')).toBe('tracing');
    const [instance] = inspect(objects);
    expect(instance?.workloads[0].podAnnotations).toEqual({
      'dapr.io/app-id': 'orders',
      'dapr.io/config': 'tracing',
    });
    const { comments } = plan(asking({ configuration: 'tracing' }), facts).values; // prettier-ignore
    expect(comments['shared.daprd.config']).toContain('dapr.io/config');
    expect(comments).not.toHaveProperty('podAnnotations');
  });

  it('writes backlinks with the reason above them', () => {
    const source = 'https://git.example/platform/gitops#main:clusters/x';
    const { comments } = plan(asking({ source }), facts).values;
    expect(comments.podAnnotations).toContain('the portal finds');
  });
});

describe('mirrors', () => {
  const imagesOf = (fields: Partial<PlanRequest>) =>
    JSON.stringify(plan(asking(fields), facts).values.data.shared);

  it('takes both images and the pull secret from the platform', () => {
    const images = {
      registry: 'registry.example/daprio',
      pullSecrets: ['registry'],
    };
    const { data } = plan(asking({ images }), facts).values;
    expect(data).toMatchObject({
      shared: {
        daprd: { image: { registry: 'registry.example/daprio', tag: '1.18.3' } }, // prettier-ignore
        initContainer: { image: { registry: 'registry.example/daprio' } },
      },
      imagePullSecrets: [{ name: 'registry' }],
    });
    expect(findingsOf({ images })).toEqual(['DS351 low']);
  });

  it("takes an init image of one's own", () => {
    const initContainer = { registry: 'own.example/x', name: 'init', tag: '2' };
    const { data } = plan(asking({ images: { initContainer } }), facts).values;
    expect(data).toMatchObject({
      shared: { initContainer: { image: initContainer } },
    });
    expect(data).not.toHaveProperty('shared.daprd.image.registry');
    expect(data).not.toHaveProperty('imagePullSecrets');
  });

  it('moves no init image where there is none', () => {
    const images = { registry: 'registry.example/daprio' };
    const overlay = { identity: { ca: { from: 'bundle' } } } as const;
    expect(imagesOf({ images, overlay })).not.toContain('initContainer');
    expect(findingsOf({ images, overlay })).toEqual(['DS252 info']);
  });

  it('says where the chart comes from, where that is not usual', () => {
    const source = { kind: 'oci', url: 'oci://registry.example/chart' } as const; // prettier-ignore
    expect(plan(asking({ chart: { source } }), facts).chart).toEqual({
      name: 'dapr-shared-chart',
      version: '1.16.0',
      source,
    });
    expect(plan(request, facts).chart).not.toHaveProperty('source');
  });
});

describe('chart version', () => {
  it.each([
    ['1.18.0', []],
    ['1.18.9', []],
    ['0.0.16', []],
    ['0.0.17', []],
    ['1.19.0', ['DS552 medium']],
    ['1.17.0', ['DS552 medium']],
    ['2.0.0', ['DS552 medium']],
    ['0.0.15', ['DS551 critical']],
  ])('%s gives %s', (version, expected) => {
    expect(findingsOf({ chart: { version } })).toEqual(expected);
  });

  it('renders a newer chart as the newest that is known', () => {
    const made = plan(asking({ chart: { version: '1.19.0' } }), facts);
    expect(made.chart.version).toBe('1.19.0');
    expect(planObjects(made)).toEqual(objectsOf({ chart: { version: '1.18.0' } })); // prettier-ignore
    expect(made.values.data).toHaveProperty('shared.daprd.image.tag', '1.18.3');
  });

  it('tells which were checked', () => {
    const [old] = toldOf({ chart: { version: '0.0.1' } });
    expect(old?.title).toBe('dapr-shared-chart 0.0.1 is too old');
    expect(old?.cause).toContain('before 0.0.16');
    expect(old?.fix).toBe('Use one of 1.18.0, 1.16.0, 0.0.16.');
    const [newer] = toldOf({ chart: { version: '1.19.0' } });
    expect(newer?.title).toBe('dapr-shared-chart 1.19.0 was not checked');
    expect(newer?.cause).toContain('of 1.18.0 was used');
    expect(newer?.fix).toContain('1.18.0, 1.16.0, 0.0.16');
  });
});

describe('choices', () => {
  it('are kept in the plan, for who changes it later', () => {
    const overlay = { spread: true };
    expect(plan(asking({ overlay }), facts).choices).toEqual(overlay);
    expect(plan(asking({ overlay: {} }), facts)).not.toHaveProperty('choices');
    expect(plan(request, facts)).not.toHaveProperty('choices');
  });

  const identity = { ca: { from: 'bundle' } } as const;

  it.each<[string, Partial<PlanRequest>, string[]]>([
    ['a ServiceAccount that could read Secrets', { serviceAccount: 'orders' }, ['DS451 high']], // prettier-ignore
    ['none with a hardened identity', { serviceAccount: 'orders', overlay: { identity } }, ['DS252 info']], // prettier-ignore
    ['the default ServiceAccount', { values: { shared: { serviceAccount: { create: false } } } }, ['DS451 high']], // prettier-ignore
    ['nothing of a name for the new one', { values: { shared: { serviceAccount: { name: 'own' } } } }, []], // prettier-ignore
    ['a Deployment that cannot be node-local', { overlay: { nodeLocal: true } }, ['DS352 medium']], // prettier-ignore
    ['nothing of a DaemonSet that can', { strategy: 'daemonset', overlay: { nodeLocal: true } }, []], // prettier-ignore
    ['nothing of a CA from a ConfigMap', { overlay: { identity: { ca: { from: 'config-map', name: 'ca' } } } }, []], // prettier-ignore
  ])('tell %s', (_, fields, expected) => {
    expect(findingsOf(fields)).toEqual(expected);
  });

  it('tell whose permission and which namespace', () => {
    const [account] = toldOf({ values: { shared: { serviceAccount: { create: false } } } }); // prettier-ignore
    expect(account?.title).toBe('ServiceAccount default could read every Secret'); // prettier-ignore
    expect(account?.cause).toContain('every pod of shop');
    const elsewhere = {
      controlPlane: { namespace: 'dapr', version: '1.18.3' },
    };
    const [ca] = toldOf({ overlay: { identity } }, elsewhere);
    expect(ca?.fix).toContain('--trust-namespace=dapr,');
    const unknown = toldOf({ overlay: { identity } }, {});
    expect(unknown.at(-1)?.fix).toContain('--trust-namespace=dapr-system,');
    const images = { registry: 'registry.example' };
    const [hook] = toldOf({ images });
    expect(hook?.cause).toContain('rancher/kubectl:v1.22.6');
    expect(hook?.cause).toContain('registry.example');
  });
});

describe('protocols', () => {
  it.each(['https', 'grpc', 'grpcs', 'h2c'] as const)('speaks %s', protocol => {
    const objects = objectsOf({ app: { port: 9000, protocol } });
    expect(flagValue(argsOf(objects), 'app-protocol')).toBe(protocol);
  });
});

describe('replicas', () => {
  it('are told to compete where there are several', () => {
    const why = (replicas: number) =>
      plan(asking({ replicas }), facts).values.comments[
        'shared.deployment.replicas'
      ];
    expect(why(2)).toContain('compete');
    expect(why(1)).toBeUndefined();
  });
});
