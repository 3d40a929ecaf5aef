import { render } from '../../chart';
import { asArray, at, type KubeObject } from '../../objects';
import { drift } from '..';
import daemonsets from '../__fixtures__/live/daemonsets.json';
import services from '../__fixtures__/live/services.json';
import { ofKind, texts, withValue, type Path } from '../testUtils';

const namespace = 'shop';

const rendered = (values: object = {}, shared: object = {}) =>
  render({
    chartVersion: '1.16.0',
    releaseName: 'orders',
    namespace,
    values: {
      ...values,
      shared: {
        appId: 'orders',
        remoteURL: 'orders.shop.svc.cluster.local',
        remotePort: 8080,
        ...shared,
      },
    },
  });

const expected = rendered();
const daemonset: KubeObject = { kind: 'DaemonSet', ...daemonsets.items[0] };
const service: KubeObject = {
  kind: 'Service',
  ...services.items.find(item => item.metadata.name === 'orders-dapr'),
};

const POD = ['spec', 'template', 'spec'];
const DAPRD = [...POD, 'containers', 'daprd'];
const INIT = [...POD, 'initContainers', 'shared-init-container'];
const daprdArgs = texts(at(daemonset, ...POD, 'containers', '0', 'args'));
const withArgs = (change: (args: string[]) => string[]) =>
  withValue(daemonset, [...DAPRD, 'args'], change(daprdArgs));
const changed = (path: Path, value: unknown) =>
  withValue(daemonset, path, value);

const driftOf = (...live: unknown[]) => drift(expected, live, { namespace });

describe('a change in the cluster is told in words', () => {
  it.each<[string, KubeObject, string]>([
    ['a flag', withArgs(args => args.map(a => a.replace('8080', '9090'))), 'Argument --app-port of daprd is 9090 in the cluster; Git says 8080.'],
    ['a flag too many', withArgs(args => [...args, '--app-max-concurrency', '4']), 'Argument --app-max-concurrency of daprd is 4 in the cluster; Git does not set it.'],
    ['a flag too few', withArgs(args => args.filter(a => !a.includes('sentry'))), 'Argument --sentry-address of daprd is not set in the cluster; Git says dapr-sentry.dapr-system.svc.cluster.local:80.'],
    ['another word', withArgs(args => ['/daprd_slim', ...args.slice(1)]), 'args of daprd is ["/daprd_slim"] in the cluster; Git says ["/daprd"].'],
    ['the image', changed([...DAPRD, 'image'], 'daprd:edge'), 'The image of daprd is daprd:edge in the cluster; Git says docker.io/daprio/daprd:1.15.7.'],
    ['a variable', changed([...DAPRD, 'env', 'DAPR_CONTROLPLANE_NAMESPACE', 'value'], 'dapr'), 'Environment variable DAPR_CONTROLPLANE_NAMESPACE of daprd is dapr in the cluster; Git says dapr-system.'],
    ['a variable too few', changed([...DAPRD, 'env', 'POD_NAME'], undefined), 'Environment variable POD_NAME of daprd is not set in the cluster; Git says {"name":"POD_NAME","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}.'],
    ["a variable's source", changed([...DAPRD, 'env', 'POD_NAME', 'valueFrom', 'fieldRef', 'fieldPath'], 'metadata.uid'), 'env[POD_NAME].valueFrom.fieldRef.fieldPath of daprd is metadata.uid in the cluster; Git says metadata.name.'],
    ['a port', changed([...DAPRD, 'ports', 'http', 'containerPort'], 3600), 'ports[http].containerPort of daprd is 3600 in the cluster; Git says 3500.'],
    ['a port of the host', changed([...DAPRD, 'ports', 'http', 'hostPort'], 3500), 'ports[http].hostPort of daprd is 3500 in the cluster; Git does not set it.'],
    ["a container's mount", changed([...DAPRD, 'volumeMounts', 0, 'readOnly'], undefined), 'volumeMounts[/var/run/secrets/dapr.io/sentrytoken].readOnly of daprd is not set in the cluster; Git says true.'],
    ['resources', changed([...DAPRD, 'resources'], { limits: { memory: '1Gi' } }), 'resources of daprd is {"limits":{"memory":"1Gi"}} in the cluster; Git does not set it.'],
    ['a probe', changed([...DAPRD, 'livenessProbe', 'failureThreshold'], 30), 'livenessProbe.failureThreshold of daprd is 30 in the cluster; Git does not set it, and the default is 3.'],
    ['a delay', changed([...DAPRD, 'livenessProbe', 'initialDelaySeconds'], 5), 'livenessProbe.initialDelaySeconds of daprd is 5 in the cluster; Git does not set it, and the default is 0.'],
    ['a probe too many', changed([...DAPRD, 'startupProbe'], { exec: { command: ['true'] } }), 'startupProbe of daprd is {"exec":{"command":["true"]}} in the cluster; Git does not set it.'],
    ['a probe too few', changed([...DAPRD, 'readinessProbe'], undefined), 'readinessProbe of daprd is not set in the cluster; Git says {"httpGet":{"path":"/v1.0/healthz","port":"public-http"}}.'],
    ['privileges', changed([...DAPRD, 'securityContext'], { runAsUser: 0 }), 'securityContext of daprd is {"runAsUser":0} in the cluster; Git does not set it.'],
    ['a container too many', changed([...POD, 'containers', 'debug'], { name: 'debug' }), 'Container debug is {"name":"debug"} in the cluster; Git does not set it.'],
    ["the init container's ConfigMap", changed([...INIT, 'args', 1], '--config-map=x'), 'Argument --config-map of shared-init-container is x in the cluster; Git says orders-shared-cm.'],
    ['nodes', changed([...POD, 'nodeSelector'], { pool: 'a' }), 'spec.template.spec.nodeSelector of DaemonSet shop/orders-dapr-shared-chart is {"pool":"a"} in the cluster; Git does not set it.'],
    ['host networking', changed([...POD, 'hostNetwork'], true), 'spec.template.spec.hostNetwork of DaemonSet shop/orders-dapr-shared-chart is true in the cluster; Git does not set it.'],
    ['the service account', changed([...POD, 'serviceAccountName'], 'admin'), 'spec.template.spec.serviceAccountName of DaemonSet shop/orders-dapr-shared-chart is admin in the cluster; Git says orders-dapr-shared-chart.'],
    ['a token mounted after all', changed([...POD, 'automountServiceAccountToken'], false), 'spec.template.spec.automountServiceAccountToken of DaemonSet shop/orders-dapr-shared-chart is false in the cluster; Git does not set it, and the default is true.'],
    ["the token's audience", changed([...POD, 'volumes', 'dapr-identity-token', 'projected', 'sources', 0, 'serviceAccountToken', 'audience'], 'x'), 'spec.template.spec.volumes[dapr-identity-token].projected.sources[0].serviceAccountToken.audience of DaemonSet shop/orders-dapr-shared-chart is x in the cluster; Git says spiffe://cluster.local/ns/dapr-system/dapr-sentry.'],
    ["the app id that Sentry reads", changed(['spec', 'template', 'metadata', 'annotations', 'dapr.io/app-id'], undefined), 'spec.template.metadata.annotations[dapr.io/app-id] of DaemonSet shop/orders-dapr-shared-chart is not set in the cluster; Git says orders.'],
    ['a Configuration', changed(['spec', 'template', 'metadata', 'annotations', 'dapr.io/config'], 'c'), 'spec.template.metadata.annotations[dapr.io/config] of DaemonSet shop/orders-dapr-shared-chart is c in the cluster; Git does not set it.'],
    ['the rollout', changed(['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'], 3), 'spec.updateStrategy.rollingUpdate.maxUnavailable of DaemonSet shop/orders-dapr-shared-chart is 3 in the cluster; Git does not set it, and the default is 1.'],
    ['history', changed(['spec', 'revisionHistoryLimit'], 1), 'spec.revisionHistoryLimit of DaemonSet shop/orders-dapr-shared-chart is 1 in the cluster; Git does not set it, and the default is 10.'],
    ["the chart's version", changed(['metadata', 'labels', 'helm.sh/chart'], 'dapr-shared-chart-0.0.16'), 'metadata.labels[helm.sh/chart] of DaemonSet shop/orders-dapr-shared-chart is dapr-shared-chart-0.0.16 in the cluster; Git says dapr-shared-chart-1.16.0.'],
  ])('%s', (_, object, message) => {
    expect(driftOf(object, service).map(d => d.message)).toEqual([message]);
  }); // prettier-ignore

  it.each<[string, KubeObject, string]>([
    ['type', withValue(service, ['spec', 'type'], 'NodePort'), 'spec.type of Service shop/orders-dapr is NodePort in the cluster; Git says ClusterIP.'],
    ['traffic policy', withValue(service, ['spec', 'internalTrafficPolicy'], 'Local'), 'spec.internalTrafficPolicy of Service shop/orders-dapr is Local in the cluster; Git does not set it, and the default is Cluster.'],
    ['port', withValue(service, ['spec', 'ports', 'dapr-http', 'targetPort'], 1), 'spec.ports[dapr-http].targetPort of Service shop/orders-dapr is 1 in the cluster; Git says 3500.'],
    ['selector', withValue(service, ['spec', 'selector', 'extra'], 'x'), 'spec.selector.extra of Service shop/orders-dapr is x in the cluster; Git does not set it.'],
  ])("the Service's %s", (_, object, message) => {
    expect(driftOf(daemonset, object).map(d => d.message)).toEqual([message]);
  }); // prettier-ignore
});

describe('what is no difference', () => {
  it.each<[string, KubeObject]>([
    ['the other form of a flag', withArgs(args => args.flatMap(a => (a === '--app-port=8080' ? ['--app-port', '8080'] : a)))],
    ['the order of flags', withArgs(([first = '', ...others]) => [first, ...others.reverse()])],
    ['the order of variables', changed([...DAPRD, 'env'], asArray(at(daemonset, ...POD, 'containers', '0', 'env')).toReversed())],
    ['the order of tolerations', changed([...POD, 'tolerations'], asArray(at(daemonset, ...POD, 'tolerations')).toReversed())],
    ['a restart by kubectl', changed(['spec', 'template', 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt'], '2026-11-22T15:00:00Z')],
    ['labels of others', changed(['metadata', 'labels', 'team'], 'a')],
    ["Argo CD's tracking label", changed(['metadata', 'labels', 'app.kubernetes.io/instance'], 'argo-app')],
    ['who manages it', changed(['metadata', 'labels', 'app.kubernetes.io/managed-by'], 'Flux')],
    ['a field that a newer API server fills in', changed([...POD, 'newDefault'], 'x')],
    ['the same in a container', changed([...DAPRD, 'newDefault'], 'x')],
    ['a switch that is off', changed([...POD, 'hostNetwork'], false)],
  ])('%s', (_, object) => {
    expect(driftOf(object, service)).toEqual([]);
  }); // prettier-ignore

  it('the same amount, written otherwise', () => {
    const resources = (memory: unknown, cpu: unknown) => ({
      limits: { memory, cpu },
    });
    const path = [...DAPRD, 'resources'];
    const own = ofKind(expected, 'DaemonSet');
    const compare = (one: object, other: object) =>
      drift([withValue(own, path, one)], [changed(path, other)], { namespace })
        .map(d => d.path.replace(/.*\./, '')); // prettier-ignore
    expect(compare(resources('1Gi', '1'), resources('1024Mi', '1000m'))).toEqual([]); // prettier-ignore
    expect(compare(resources('1G', 0.5), resources('1000M', '500m'))).toEqual([]); // prettier-ignore
    expect(compare(resources('1e3', '2k'), resources('1k', 2000))).toEqual([]);
    expect(compare(resources('1Gi', '1'), resources('1G', '2'))).toEqual(['memory', 'cpu']); // prettier-ignore
    expect(compare(resources('1Zz', '1.1.1'), resources('1', '1'))).toEqual(['memory', 'cpu']); // prettier-ignore
    expect(compare(resources('a', '1'), resources('a', '1'))).toEqual([]);
  });

  it('what null says', () => {
    const own = ofKind(expected, 'DaemonSet');
    const path = [...POD, 'runtimeClassName'];
    const given = [withValue(own, path, null), withValue(own, [...POD, 'unknown'], null)]; // prettier-ignore
    expect(drift(given, [daemonset], { namespace })).toEqual([]);
  });
});

describe('order and secrets', () => {
  it('puts first what matters most', () => {
    const changes: [Path, unknown][] = [
      [['metadata', 'labels', 'helm.sh/chart'], 'x'],
      [['spec', 'minReadySeconds'], 9],
      [[...POD, 'hostPID'], true],
      [[...DAPRD, 'env', 'NAMESPACE'], undefined],
      [[...DAPRD, 'image'], 'x'],
      [[...DAPRD, 'args', 10], '--app-id=x'],
    ];
    const object = changes.reduce((o, [path, value]) => withValue(o, path, value), daemonset); // prettier-ignore
    const other = withValue(service, ['spec', 'sessionAffinity'], 'ClientIP');
    expect(driftOf(other, object).map(d => d.path)).toEqual([
      'spec.template.spec.containers[daprd].args[--app-id]',
      'spec.template.spec.containers[daprd].image',
      'spec.template.spec.containers[daprd].env[NAMESPACE]',
      'spec.template.spec.hostPID',
      'spec.minReadySeconds',
      'spec.sessionAffinity',
      'metadata.labels[helm.sh/chart]',
    ]);
  });

  it('never shows a secret', () => {
    const token = { name: 'DAPR_API_TOKEN', value: 'open-sesame' };
    const object = changed([...DAPRD, 'env', 'DAPR_API_TOKEN'], token);
    const secret = withValue(ofKind(expected, 'Secret'), ['data', 'dapr-api-token'], 'b3Blbg=='); // prettier-ignore
    const found = driftOf(object, service, { ...secret, stringData: { a: 'b' } }); // prettier-ignore
    expect(JSON.stringify(found)).not.toMatch(/open-sesame|b3Blbg/);
    expect(found.map(d => d.message)).toEqual([
      expect.stringContaining('env[DAPR_API_TOKEN].valueFrom of daprd'),
      'Environment variable DAPR_API_TOKEN of daprd is (hidden) in the cluster; Git does not set it.',
      'data.dapr-api-token of Secret orders-dapr-shared-chart is (hidden) in the cluster; Git does not set it.',
    ]);
  });

  it('cuts long values', () => {
    const [difference] = driftOf(changed([...DAPRD, 'image'], 'x'.repeat(500)), service); // prettier-ignore
    expect(difference?.message).toContain(`is ${'x'.repeat(120)}… in`);
    expect(difference?.live).toHaveLength(500);
  });
});

describe('which objects are compared', () => {
  const deployment = ofKind(
    rendered({}, { strategy: 'deployment' }),
    'Deployment',
  );

  it('tells a missing object only of kinds that were read', () => {
    expect(driftOf().map(d => d.message)).toEqual([
      'DaemonSet shop/orders-dapr-shared-chart is in Git, but not in the cluster.',
    ]);
    const kinds = ['ClusterRole', 'ServiceAccount'];
    expect(
      drift(expected, [daemonset], { namespace, kinds }).map(d => d.message),
    ).toEqual([
      'ServiceAccount shop/orders-dapr-shared-chart is in Git, but not in the cluster.',
      'ClusterRole orders-dapr-shared-chart-secret-reader is in Git, but not in the cluster.',
      'ClusterRole orders-dapr-shared-chart-configmap-creator is in Git, but not in the cluster.',
    ]);
    const ofOthers = withValue(service, ['metadata', 'name'], 'other');
    expect(driftOf(daemonset, ofOthers)).toMatchObject([
      { object: { kind: 'Service', namespace, name: 'orders-dapr' }, path: '' },
    ]);
  });

  it('tells a strategy that is not the one Git has', () => {
    expect(driftOf(deployment)).toEqual([
      {
        object: { kind: 'Deployment', namespace: undefined, name: 'orders-dapr-shared-chart' },
        path: 'strategy',
        expected: 'daemonset',
        live: 'deployment',
        message: 'The cluster runs a deployment (Deployment orders-dapr-shared-chart); Git says daemonset.',
      },
    ]);
  }); // prettier-ignore

  it('tells a second workload, unless it is going', () => {
    const second = withValue(deployment, ['metadata', 'namespace'], namespace);
    expect(driftOf(service, daemonset, second)).toEqual([
      {
        object: { kind: 'Deployment', namespace, name: 'orders-dapr-shared-chart' },
        path: '',
        expected: undefined,
        live: 'orders-dapr-shared-chart',
        message: 'Deployment shop/orders-dapr-shared-chart runs for the same app id, but is not in Git.',
      },
    ]);
    const going = withValue(second, ['metadata', 'deletionTimestamp'], '2026-11-22T15:00:00Z'); // prettier-ignore
    expect(driftOf(service, daemonset, going)).toEqual([]);
  }); // prettier-ignore

  it('compares a workload of another name by its app id', () => {
    const object = withValue(changed(['metadata', 'name'], 'old'), [...DAPRD, 'image'], 'x'); // prettier-ignore
    expect(driftOf(object)).toMatchObject([
      { path: 'metadata.name', message: 'The cluster runs DaemonSet shop/old; Git names it orders-dapr-shared-chart.' },
      { path: 'spec.template.spec.containers[daprd].image' },
    ]);
  }); // prettier-ignore

  it('leaves other instances and other namespaces alone', () => {
    const elsewhere = changed(['metadata', 'namespace'], 'billing');
    expect(driftOf(daemonset, elsewhere)).toEqual([]);
    expect(driftOf(elsewhere)).toMatchObject([{ path: '', live: undefined }]);
  });

  it('leaves the number of replicas to an autoscaler', () => {
    const live = withValue(deployment, ['spec', 'replicas'], 5);
    const scaler = (name: string) => ({
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a', namespace },
      spec: { scaleTargetRef: { kind: 'Deployment', name } },
    });
    const given = [deployment];
    expect(drift(given, [live, scaler('orders-dapr-shared-chart')])).toEqual([]); // prettier-ignore
    expect(drift(given, [live, scaler('other')]).map(d => d.message)).toEqual([
      'The number of replicas is 5 in the cluster; Git says 1.',
    ]);
  });

  it('compares what Git states of a kind it knows nothing of', () => {
    const budget = (spec: object) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'orders', namespace },
      spec,
    });
    const selector = { matchLabels: { a: 'b' } };
    const given = [budget({ minAvailable: 1, selector })];
    expect(drift(given, [daemonset, budget({ minAvailable: 2, selector, unhealthyPodEvictionPolicy: 'x' })], { namespace })).toMatchObject([{ path: 'spec.minAvailable' }]); // prettier-ignore
  });
});
