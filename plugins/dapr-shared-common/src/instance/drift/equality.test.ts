import { isAbsent, sameQuantity, sameScalar, sameSet } from './equality';
import { importance } from './importance';

describe('a value that says nothing', () => {
  it.each([undefined, null, '', [], {}])('is %j', value => {
    expect(isAbsent(value)).toBe(true);
  });

  it.each([0, false, 'a', [null], { a: null }])('is not %j', value => {
    expect(isAbsent(value)).toBe(false);
  });
});

describe('equal scalars', () => {
  it.each([
    [1, 1],
    ['a', 'a'],
    [false, undefined],
    [undefined, ''],
    [null, false],
  ])('%j and %j', (one, other) => {
    expect(sameScalar(one, other)).toBe(true);
    expect(sameScalar(other, one)).toBe(true);
  });

  it.each([
    [1, '1'],
    ['a', 'b'],
    [true, undefined],
    [0, undefined],
    [false, true],
  ])('but not %j and %j', (one, other) => {
    expect(sameScalar(one, other)).toBe(false);
    expect(sameScalar(other, one)).toBe(false);
  });
});

describe('equal amounts', () => {
  it.each([
    ['1', 1],
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1k', '1e3'],
    ['1M', '1000k'],
    ['1e12', '1T'],
    ['1e-3', '1e-3'],
    ['1Ki', 1024],
    ['1Mi', '1024Ki'],
    ['1Gi', '1024Mi'],
    ['1Ti', '1024Gi'],
    ['1Pi', '1024Ti'],
    ['1Ei', '1024Pi'],
    ['1G', '1000M'],
    ['1T', '1000G'],
    ['1P', '1000T'],
    ['1E', '1000P'],
    ['-1', '-1000m'],
    ['+1', '1'],
    ['x', 'x'],
    [undefined, ''],
  ])('%j and %j', (one, other) => {
    expect(sameQuantity(one, other)).toBe(true);
    expect(sameQuantity(other, one)).toBe(true);
  });

  it.each([
    ['1', '2'],
    ['1Gi', '1G'],
    ['1', 'x'],
    ['1', undefined],
    ['1x', '1'],
    ['x1', '1'],
    ['1 ', '1'],
    ['1.1.1', '1.1.1m'],
    ['1m', '1M'],
  ])('but not %j and %j', (one, other) => {
    expect(sameQuantity(one, other)).toBe(false);
    expect(sameQuantity(other, one)).toBe(false);
  });
});

describe('lists of equal elements', () => {
  it.each<[unknown[], unknown[]]>([
    [[], []],
    [['a', 'b'], ['b', 'a']],
    [[{ a: 1, b: [2, { c: 3 }] }], [{ b: [2, { c: 3 }], a: 1 }]],
    [[{ a: 1, b: null, c: [], d: '' }], [{ a: 1 }]],
    [[1, { a: 1 }], [{ a: 1 }, 1]],
  ])('%j and %j', (one, other) => {
    expect(sameSet(one, other)).toBe(true);
    expect(sameSet(other, one)).toBe(true);
  }); // prettier-ignore

  it.each<[unknown[], unknown[]]>([
    [['a'], []],
    [['a'], ['a', 'a']],
    [['a'], ['b']],
    [[{ a: 1 }], [{ a: 2 }]],
    [[{ a: 1 }], [{ b: 1 }]],
    [[['a', 'b']], [['b', 'a']]],
    [[{ a: [1] }], [{ a: [2] }]],
    [[1], ['1']],
  ])('but not %j and %j', (one, other) => {
    expect(sameSet(one, other)).toBe(false);
    expect(sameSet(other, one)).toBe(false);
  }); // prettier-ignore
});

describe('the order of differences', () => {
  const pod = 'spec.template.spec';
  const daprd = `${pod}.containers[daprd]`;

  it.each<[number, string, string]>([
    [0, 'Deployment', ''],
    [0, 'DaemonSet', 'strategy'],
    [0, 'Deployment', 'metadata.name'],
    [1, 'Deployment', `${daprd}.args[--app-id]`],
    [1, 'Deployment', 'spec.template.metadata.annotations[dapr.io/config]'],
    [2, 'Deployment', 'spec.replicas'],
    [2, 'Deployment', 'spec.paused'],
    [3, 'DaemonSet', `${daprd}.image`],
    [4, 'DaemonSet', `${daprd}.args[--app-port]`],
    [4, 'DaemonSet', `${daprd}.command`],
    [4, 'DaemonSet', `${daprd}.env[A]`],
    [5, 'DaemonSet', `${daprd}.imagePullPolicy`],
    [5, 'DaemonSet', `${pod}.containers[proxy].image`],
    [5, 'DaemonSet', `${pod}.hostPID`],
    [6, 'DaemonSet', 'spec.minReadySeconds'],
    [6, 'Deployment', 'spec.replicasOfNone'],
    [7, 'Service', 'spec.type'],
    [7, 'Service', ''],
    [8, 'Secret', 'data.a'],
    [8, 'ClusterRole', 'rules'],
    [8, 'MyDaemonSet', 'spec.replicas'],
    [8, 'MyDaemonSet', ''],
    [8, 'MyDeployment', `${pod}.hostPID`],
    [8, 'MyService', 'spec.type'],
    [9, 'DaemonSet', 'metadata.labels[helm.sh/chart]'],
    [9, 'Service', 'metadata.labels[helm.sh/chart]'],
  ])('puts at %d: %s %s', (rank, kind, path) => {
    expect(importance(kind, path)).toBe(rank);
  });
});
