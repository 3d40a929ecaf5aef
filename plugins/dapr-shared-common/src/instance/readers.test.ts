import { appChannel } from './appChannel';
import { chartRef } from './chartRef';
import { readControlPlane, readMtls } from './controlPlane';
import { flatten } from './flatten';
import { imageTag } from './image';
import { isRecord, stringMap } from './records';
import { readReplicas } from './replicas';
import { scalarText } from './scalarText';

describe('the chart of a label', () => {
  it.each([
    ['dapr-shared-chart-1.18.0', 'dapr-shared-chart', '1.18.0'],
    ['dapr-shared-chart-0.0.16', 'dapr-shared-chart', '0.0.16'],
    ['dapr-ambient-0.0.1', 'dapr-ambient', '0.0.1'],
    ['wrapper-2-1.2', 'wrapper-2', '1.2'],
    ['wrapper-v1.2.3', 'wrapper', 'v1.2.3'],
    ['wrapper-1.2.3-rc.1', 'wrapper', '1.2.3-rc.1'],
    ['wrapper-1.2.3_build.4', 'wrapper', '1.2.3+build.4'],
    ['wrapper-10.20.30', 'wrapper', '10.20.30'],
  ])('%s', (label, name, version) => {
    expect(chartRef(label)).toEqual({ name, version });
  });

  it.each([undefined, '', 'orders', 'orders-1', '1.2.3', '-1.2.3', 'a-x1.2.3', 'a-1.2.3x'])(
    'is none for %j',
    label => {
      expect(chartRef(label)).toBeUndefined();
    },
  ); // prettier-ignore
});

describe('the tag of an image', () => {
  it.each([
    ['docker.io/daprio/daprd:1.18.3', '1.18.3'],
    ['daprd:1.18.3', '1.18.3'],
    ['registry.example:5000/daprd:1.18.3', '1.18.3'],
    ['registry.example:5000/daprd', undefined],
    ['daprio/daprd:1.18.3@sha256:0123', '1.18.3'],
    ['daprio/daprd@sha256:0123', undefined],
    ['daprio/daprd', undefined],
    ['daprio/daprd:', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s', (image, tag) => {
    expect(imageTag(image)).toBe(tag);
  });
});

describe('the app channel of flags', () => {
  const of = (flags: Record<string, string>) =>
    appChannel(new Map(Object.entries(flags)));

  it.each<[Record<string, string>, unknown]>([
    [{ 'app-channel-address': 'orders', 'app-port': '80', 'app-protocol': 'grpc' }, { host: 'orders', port: 80, protocol: 'grpc' }],
    [{ 'app-channel-address': 'orders', 'app-port': '80' }, { host: 'orders', port: 80, protocol: 'http' }],
    [{ 'app-channel-address': 'orders', 'app-protocol': '' }, { host: 'orders', port: 0, protocol: 'http' }],
    [{ 'app-channel-address': '', 'app-port': '0' }, { port: 0, protocol: 'http' }],
    [{ 'app-port': '80' }, { port: 80, protocol: 'http' }],
    [{ 'app-channel-address': 'orders', 'app-port': '1e3x' }, { host: 'orders', port: 0, protocol: 'http' }],
    [{ 'app-channel-address': 'orders', 'app-port': '80.5' }, { host: 'orders', port: 0, protocol: 'http' }],
    [{ 'app-port': '0' }, undefined],
    [{ 'app-protocol': 'grpc' }, undefined],
    [{}, undefined],
  ])('%j', (flags, expected) => {
    expect(of(flags)).toEqual(expected);
  }); // prettier-ignore
});

describe('the number of replicas', () => {
  it("is worded by a DaemonSet's controller", () => {
    const status = {
      desiredNumberScheduled: 4,
      numberReady: 3,
      updatedNumberScheduled: 2,
      numberAvailable: 1,
    };
    expect(readReplicas('DaemonSet', { status })).toEqual({
      ...{ desired: 4, ready: 3, updated: 2, available: 1 },
    });
    expect(readReplicas('DaemonSet', {})).toEqual({
      ...{ desired: undefined, ready: 0, updated: 0, available: 0 },
    });
  });

  it("is worded by a Deployment's controller", () => {
    const object = {
      spec: { replicas: 4 },
      status: { readyReplicas: 3, updatedReplicas: 2, availableReplicas: 1 },
    };
    expect(readReplicas('Deployment', object)).toEqual({
      ...{ desired: 4, ready: 3, updated: 2, available: 1 },
    });
    expect(readReplicas('Deployment', {})).toEqual({
      ...{ desired: 1, ready: 0, updated: 0, available: 0 },
    });
    const none = { spec: { replicas: 0 }, status: {} };
    expect(readReplicas('Deployment', none).desired).toBe(0);
  });
});

describe("Dapr's control plane", () => {
  const operator = (metadata: object) => ({
    metadata: { name: 'dapr-operator', namespace: 'dapr-system', ...metadata },
  });

  it('is where the operator runs', () => {
    const labels = { 'app.kubernetes.io/version': '1.18.3' };
    const other = { metadata: { name: 'orders', namespace: 'shop', labels } };
    expect(readControlPlane([other, operator({ labels })])).toEqual({
      namespace: 'dapr-system',
      version: '1.18.3',
    });
    expect(readControlPlane([operator({})])).toEqual({
      namespace: 'dapr-system',
    });
  });

  it.each([
    [[]],
    [[{}]],
    [[{ metadata: { name: 'dapr-sentry', namespace: 'dapr-system' } }]],
    [[{ metadata: { name: 'dapr-operator' } }]],
    [[{ metadata: { name: 'dapr-operator', namespace: '' } }]],
  ])('is not in %j', deployments => {
    expect(readControlPlane(deployments)).toBeNull();
  });

  it.each<[unknown, unknown]>([
    [{ spec: { mtls: { enabled: true, controlPlaneTrustDomain: 'example' } } }, { mtls: true, trustDomain: 'example' }],
    [{ spec: { mtls: { enabled: false } } }, { mtls: false }],
    [{ spec: { mtls: { enabled: 'true', controlPlaneTrustDomain: '' } } }, {}],
    [{ spec: {} }, {}],
    [undefined, {}],
  ])('says of mTLS in %j', (configuration, expected) => {
    expect(readMtls(configuration)).toEqual(expected);
  }); // prettier-ignore
});

describe('objects one by one', () => {
  const all = (...objects: unknown[]) => [...flatten(objects)];

  it("are a list's items, with the list's kind where they have none", () => {
    const items = [{ a: 1 }, null, 'x', [], { kind: 'Own' }];
    expect(all({ kind: 'PodList', items }, { kind: 'Service' })).toEqual([
      { a: 1, kind: 'Pod' },
      { kind: 'Own' },
      { kind: 'Service' },
    ]);
  });

  it.each<[unknown, unknown[]]>([
    [{ kind: 'List', items: [{ kind: 'Pod' }, {}] }, [{ kind: 'Pod' }, {}]],
    [{ items: [{ a: 1 }] }, [{ a: 1 }]],
    [{ kind: 'ListOfThings', items: [{}] }, [{ kind: 'ListOfThings' }]],
    [{ kind: 'Pod', items: {} }, [{ kind: 'Pod', items: {} }]],
    [null, []],
    ['x', []],
    [[{}], []],
  ])('of %j', (object, expected) => {
    expect(all(object)).toEqual(expected);
  });
});

describe('values of which nothing is promised', () => {
  it.each<[unknown, boolean]>([[{}, true], [[], false], [null, false], [undefined, false], ['x', false]])(
    '%j is a map of fields: %s',
    (value, expected) => {
      expect(isRecord(value)).toBe(expected);
    },
  ); // prettier-ignore

  it('have texts by name', () => {
    expect(stringMap({ a: 'b', c: 1, d: null, e: '' })).toEqual({ a: 'b', e: '' }); // prettier-ignore
    expect(stringMap(['a'])).toEqual({});
    expect(stringMap(undefined)).toEqual({});
  });

  it.each<[unknown, string | undefined]>([['a', 'a'], ['', ''], [1, '1'], [0, '0'], [true, 'true'], [null, undefined], [{}, undefined], [undefined, undefined]])(
    '%j as text is %j',
    (value, expected) => {
      expect(scalarText(value)).toBe(expected);
    },
  ); // prettier-ignore
});
