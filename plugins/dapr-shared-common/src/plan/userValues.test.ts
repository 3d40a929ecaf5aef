import { flagValue } from '../instance/args';
import { plan } from './plan';
import {
  argsOf,
  asking,
  facts,
  findingsOf,
  objectsOf,
  toldOf,
} from './testUtils';
import type { ClusterFacts } from './types';

const shared = (fields: object) => ({ values: { shared: fields } });
const daprd = (fields: object) => shared({ daprd: fields });
const annotations = (podAnnotations: object) => ({ values: { podAnnotations } }); // prettier-ignore

describe('values set by hand', () => {
  it('win over what the plan would write, even as the default of the chart', () => {
    const { values } = plan(
      asking(shared({ controlPlane: { sentry: { port: 80 } } })),
      facts,
    );
    expect(values.data).toHaveProperty('shared.controlPlane.sentry.port', 80);
    expect(values.comments['shared.controlPlane.sentry.port']).toBe(
      'Set by hand.',
    );
  });

  it('keep the reason where they say the same', () => {
    const same = shared({ controlPlane: { sentry: { port: 443 } } });
    const { comments } = plan(asking(same), facts).values;
    expect(comments['shared.controlPlane.sentry.port']).toContain('no port 80');
  });

  it('are not written where they are the default and the plan says nothing', () => {
    const { data } = plan(asking(shared({ log: { level: 'info', json: false } })), facts).values; // prettier-ignore
    expect(data).toHaveProperty('shared.log', { json: false });
  });

  it('decide what the rest of the plan follows', () => {
    const made = plan(
      asking(
        shared({
          strategy: 'daemonset',
          remoteURL: 'api.shop',
          remotePort: 0,
          daprd: {
            app: { protocol: 'grpc' },
            config: 'tracing',
            image: { tag: '1.16.19' },
          },
        }),
      ),
      facts,
    );
    expect(made).toMatchObject({
      strategy: 'daemonset',
      runtimeVersion: '1.16.19',
      overlay: [],
      values: {
        data: {
          shared: {
            strategy: 'daemonset',
            remotePort: 0,
            remoteURL: 'api.shop',
            daprd: { app: { protocol: 'grpc' }, config: 'tracing' },
          },
          podAnnotations: { 'dapr.io/config': 'tracing' },
        },
      },
    });
    expect(made.values.data).not.toHaveProperty('shared.deployment');
  });

  it('may ask for replicas and a host', () => {
    const objects = objectsOf(
      shared({ deployment: { replicas: 3 }, remoteURL: '10.0.0.7' }),
    );
    expect(objects.find(o => o.kind === 'Deployment')).toHaveProperty(
      'spec.replicas',
      3,
    );
    expect(flagValue(argsOf(objects), 'app-channel-address')).toBe('10.0.0.7');
  });

  it('join the annotations of the plan', () => {
    const entityRef = 'component:default/orders';
    const { data } = plan(
      asking({ entityRef, ...annotations({ team: 'shop' }) }),
      facts,
    ).values;
    expect(data.podAnnotations).toEqual({
      'dapr-shared.backstage.io/entity': entityRef,
      team: 'shop',
    });
  });
});

const elsewhere: ClusterFacts = {
  controlPlane: { namespace: 'dapr', version: '1.18.3', mtls: true },
};

describe('findings on values set by hand', () => {
  it.each<[string, Parameters<typeof asking>[0], string[]]>([
    ["Sentry's port 80", shared({ controlPlane: { sentry: { port: 80 } } }), ['DS251 high']], // prettier-ignore
    ["Sentry's port 443", shared({ controlPlane: { sentry: { port: 443 } } }), []], // prettier-ignore
    ['another trust domain', shared({ controlPlane: { trustDomain: 'x' } }), ['DS251 high']], // prettier-ignore
    ['another scheduler', shared({ scheduler: { address: 'a:1' } }), ['DS251 high']], // prettier-ignore
    ['another audience', daprd({ serviceAccountIdentityToken: { audience: 'a' } }), ['DS251 high']], // prettier-ignore
    ['the audience of any Sentry', daprd({ serviceAccountIdentityToken: { audience: 'dapr.io/sentry' } }), []], // prettier-ignore
    ['a port the Service does not follow', daprd({ httpPort: 3600 }), ['DS151 high']], // prettier-ignore
    ['a metrics port', daprd({ metrics: { port: 9091 } }), ['DS151 high']],
    ['a gRPC port', daprd({ grpcPort: 1 }), ['DS151 high']],
    ['an internal port', daprd({ internalGrpcPort: 1 }), ['DS151 high']],
    ['the usual port', daprd({ httpPort: 3500 }), []],
    ['the public port, which has no Service', daprd({ publicPort: 3502 }), []],
    ['a sidecar', annotations({ 'dapr.io/enabled': 'true' }), ['DS152 high']],
    ['no sidecar', annotations({ 'dapr.io/enabled': 'false' }), []],
    ['another app id', annotations({ 'dapr.io/app-id': 'x' }), ['DS153 high']],
    ['the same app id', annotations({ 'dapr.io/app-id': 'orders' }), []],
    ['loopback alone', daprd({ listenAddresses: '127.0.0.1,[::1]' }), ['DS154 high']], // prettier-ignore
    ['every address', daprd({ listenAddresses: '[::],127.0.0.1' }), []],
    ['an open door', shared({ service: { type: 'LoadBalancer' } }), ['DS452 high']], // prettier-ignore
    ['an open door on nodes', shared({ service: { type: 'NodePort' } }), ['DS452 high']], // prettier-ignore
    ['an open door with a lock', { ...shared({ service: { type: 'NodePort' } }), overlay: { tokenSecret: { name: 'a', key: 'b' } } }, []], // prettier-ignore
    ['a closed door', shared({ service: { type: 'ClusterIP' } }), []],
    ['an unknown key', daprd({ appHealth: { path: '/ok' } }), ['DS155 medium']],
    ['a full name', { values: { fullnameOverride: 'daprd' } }, ['DS156 medium']], // prettier-ignore
    ['no full name', { values: { fullnameOverride: '' } }, []],
    ['a tag that is no version', daprd({ image: { tag: 'edge' } }), ['DS553 medium']], // prettier-ignore
    ['a tag that starts with one', daprd({ image: { tag: '1.18.3-mariner' } }), []], // prettier-ignore
  ])('%s', (_, fields, expected) => {
    expect(findingsOf(fields)).toEqual(expected);
  });

  it('believe who knows a cluster that the portal does not', () => {
    const namespace = shared({ controlPlane: { namespace: 'dapr' } });
    // They know the namespace, and forgot what follows it.
    expect(findingsOf(namespace, {})).toEqual(['DS214 high', 'DS215 high', 'DS202 medium']); // prettier-ignore
    const port = shared({ controlPlane: { sentry: { port: 80 } } });
    expect(findingsOf(port, {})).toEqual(['DS251 high', 'DS202 medium']);
  });

  it('say what the cluster has, and why that counts', () => {
    const off = daprd({ mtls: { enabled: false } });
    const [finding] = toldOf(off, elsewhere);
    expect(finding).toEqual({
      code: 'DS251',
      severity: 'high',
      title: 'shared.daprd.mtls.enabled is not what this cluster has',
      cause:
        'It is set to false; for this cluster it is true. The control plane has mTLS on: without it here, other Dapr apps could not call this one.',
      fix: 'Take shared.daprd.mtls.enabled out of the values set by hand.',
      evidence: 'shared.daprd.mtls.enabled: false',
      docs: expect.stringMatching(/findings\.md#ds251$/),
    });
    const host = shared({ controlPlane: { sentry: { address: 'a' } } });
    expect(toldOf(host, elsewhere)[0]?.cause).toBe(
      'It is set to a; for this cluster it is dapr-sentry.dapr.svc.cluster.local.',
    );
  });

  it('say which port the Service keeps', () => {
    const [finding] = toldOf(daprd({ httpPort: 3600 }));
    expect(finding).toMatchObject({
      title: 'The Service does not follow shared.daprd.httpPort',
      cause: "daprd would listen on 3600, and the chart's Service still sends to 3500.", // prettier-ignore
      evidence: 'shared.daprd.httpPort: 3600',
    });
  });

  it.each([
    [annotations({ 'dapr.io/app-id': 'x' }), 'app-id x'],
    [daprd({ listenAddresses: 'localhost' }), 'listenAddresses is localhost'],
    [shared({ service: { type: 'NodePort' } }), 'type is NodePort'],
    [daprd({ appHealth: { path: '/ok' } }), 'shared.daprd.appHealth.path'],
  ])('quote what is wrong in %j', (fields, expected) => {
    const [finding] = toldOf(fields);
    expect(finding?.cause).toContain(expected);
    expect(finding?.fix).toMatch(/^.{20,}\.$/);
    expect(finding?.title).toMatch(/^.{10,}$/);
  });

  it('come worst first', () => {
    const both = { ...daprd({ httpPort: 1 }), runtimeVersion: '1.13.0' };
    expect(findingsOf({ ...both, overlay: { nodeLocal: true } })).toEqual([
      'DS501 critical',
      'DS151 high',
      'DS352 medium',
    ]);
  });
});
