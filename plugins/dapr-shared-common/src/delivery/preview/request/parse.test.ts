import Ajv from 'ajv';
import { parsePlanRequest, planRequestSchema } from '../..';

const good = {
  gitops: 'platform',
  cluster: 'prod-eu',
  namespace: 'shop',
  appId: 'orders',
  port: 8080,
  strategy: 'deployment',
};

const everything = {
  ...good,
  host: 'orders.shop',
  protocol: 'grpc',
  scaleToZero: true,
  replicas: 2,
  runtimeVersion: '1.18.3',
  entityRef: 'component:default/orders',
  owner: 'group:default/shop',
  chart: {
    version: '1.16.0',
    source: { kind: 'git', url: 'https://git.example/a', ref: 'v1', path: 'chart/a' }, // prettier-ignore
  },
  images: {
    registry: 'registry.example/daprio',
    initContainer: { registry: 'registry.example', name: 'init', tag: '1' },
    pullSecrets: ['registry'],
  },
  serviceAccount: 'orders',
  configuration: 'tracing',
  overlay: {
    identity: { ca: { from: 'config-map', name: 'ca', key: 'ca.crt' } },
    tokenSecret: { name: 'token', key: 'token' },
    secretStore: 'disabled',
    nodeLocal: false,
    resources: { requests: { cpu: '100m' }, limits: { memory: '250Mi' } },
    spread: true,
    disruptionBudget: true,
    networkPolicy: { podLabels: { app: 'orders' } },
  },
  values: { shared: { log: { level: 'debug' } }, affinity: null },
  workload: {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'orders', namespace: 'shop' },
  },
  container: 'app',
};

const asking = (fields: object) => parsePlanRequest({ ...good, ...fields });

/** `__proto__` as a field of its own, as JSON has it. */
const pollution: unknown = JSON.parse('{"__proto__": {"polluted": true}}');

const nested = (levels: number): object =>
  levels === 0 ? {} : { a: nested(levels - 1) };

describe('parsePlanRequest', () => {
  it('takes every field', () => {
    expect(parsePlanRequest(everything)).toEqual(everything);
  });

  it('takes as absent what a form leaves undefined', () => {
    expect(asking({ host: undefined, strategy: undefined })).toEqual({
      ...good,
      strategy: undefined,
    });
  });

  it.each([
    ['gitops', undefined, 'gitops is missing. Name of a GitOps repository of daprShared.gitops.'], // prettier-ignore
    ['appId', 'a'.repeat(59), 'appId may have at most 58 characters'],
    ['appId', 'on', 'appId must not be "on"'],
    ['appId', '123', 'appId must start with a lower-case letter'],
    ['appId', 123, 'appId must be text; it is 123.'],
    ['appId', 'Orders', 'Write for example "orders"'],
    ['appId', 'a'.repeat(2000), 'appId may have at most 1000 characters; it has 2000. Shorten it.'], // prettier-ignore
    ['namespace', '../shop', 'namespace must be the name of a Kubernetes namespace'], // prettier-ignore
    ['cluster', '../prod', 'Pick one of the clusters'],
    ['host', 'https://orders:8443', 'Write "orders" here, and port 8443 and protocol "https"'], // prettier-ignore
    ['port', 70_000, 'port must be a whole number from 1 to 65535'],
    ['port', '8080', 'port must be a whole number; it is "8080".'],
    ['port', null, 'port must be a whole number; it is null.'],
    ['strategy', 'statefulset', 'strategy must be daemonset or deployment; it is "statefulset".'], // prettier-ignore
    ['replicas', -1, 'replicas must be a whole number, 1 or more'],
    ['scaleToZero', 'yes', 'scaleToZero must be true or false; it is "yes".'],
    ['entityRef', 'orders', 'Write for example "component:default/orders"'],
    ['owner', 'shop', 'owner must be an entity ref; it is "shop". Write for example'], // prettier-ignore
    ['replica', 2, 'replica is not known; did you mean replicas?'],
    ['owners', ['group:default/a'], 'owners is not known; did you mean owner?'], // prettier-ignore
    ['overlay', { nodelocal: true }, 'overlay.nodelocal is not known; did you mean overlay.nodeLocal?'], // prettier-ignore
    ['overlay', { identity: { ca: { from: 'vault' } } }, 'overlay.identity.ca must be a map with from "bundle", or a map with from "config-map", or a map with from "certificate".'], // prettier-ignore
    ['overlay', { resources: 'plenty' }, 'overlay.resources must be "recommended", or a map with requests and limits.'], // prettier-ignore
    ['overlay', { secretStore: 'off' }, 'overlay.secretStore must be enabled or disabled; it is "off".'], // prettier-ignore
    ['images', { pullSecrets: 'a' }, 'images.pullSecrets must be a list; it is "a".'], // prettier-ignore
    ['images', { pullSecrets: [1] }, 'images.pullSecrets[0] must be text; it is 1.'], // prettier-ignore
    ['chart', { source: { kind: 'git', url: 'https://git.example/a', ref: '--upload-pack=x', path: 'chart' } }, 'chart.source.ref has a character that cannot be there'], // prettier-ignore
    ['chart', { source: { kind: 'git', url: 'https://git.example/a', ref: 'v1', path: 'a/../../b' } }, 'chart.source.path has a character'], // prettier-ignore
    ['chart', { source: { kind: 'oci', url: 'oci://registry.example/\nchart' } }, 'chart.source.url has a character'], // prettier-ignore
    ['values', { shared: { daprd: { token: 'abc' } } }, 'overlay.tokenSecret'],
    ['values', pollution, 'values must not have __proto__. Leave it out.'],
    ['values', nested(50), 'values is nested deeper than 20 levels. Flatten it.'], // prettier-ignore
    ['workload', { kind: 'Deployment\n```' }, 'workload.kind must be that of a Kubernetes object'], // prettier-ignore
    ['workload', { ...everything.workload, metadata: { name: 'a', namespace: '../b' } }, 'workload.metadata.namespace'], // prettier-ignore
    ['workload', { ...everything.workload, spec: { template: { spec: { containers: [{ name: 'A' }] } } } }, 'workload.spec.template.spec.containers[0].name'], // prettier-ignore
    ['container', 'My App', 'container must be the name of a container'],
  ])('refuses %s %j with the field and the cure', (field, value, message) => {
    expect(() => asking({ [field]: value })).toThrow(message);
  });

  it.each([undefined, null, 'orders', [good]])('refuses %j', value => {
    expect(() => parsePlanRequest(value)).toThrow('The request must be a map');
  });

  it('does not repeat a text that stands where a Secret is to be named', () => {
    const ask = () => asking({ overlay: { tokenSecret: 'hunter2' } });
    expect(ask).toThrow('overlay.tokenSecret must be a map; it is a string.');
    expect(ask).not.toThrow('hunter2');
  });

  it('names every bad field at once, each once', () => {
    const ask = () => asking({ appId: 'on', port: '80', replica: 2 });
    expect(ask).toThrow(/^port .*\nreplica .*\nappId must not be "on"[^\n]*$/);
  });

  it('answers a hostile text at once', () => {
    const before = performance.now();
    for (const field of ['serviceAccount', 'host', 'cluster', 'entityRef']) {
      expect(() => asking({ [field]: `${'a.'.repeat(499)}!` })).toThrow(field);
    }
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('planRequestSchema', () => {
  const validate = new Ajv({ unicodeRegExp: true }).compile(planRequestSchema);

  it('is JSON Schema that takes every field', () => {
    expect(validate(everything)).toBe(true);
  });

  it.each([
    { gitops: undefined },
    { port: '80' },
    { strategy: 'statefulset' },
    { overlay: { identity: { ca: { from: 'vault' } } } },
  ])('refuses %j as the parser does', fields => {
    expect(validate({ ...good, ...fields })).toBe(false);
  });

  it('says of every field what it is for', () => {
    for (const [name, { description }] of Object.entries(
      planRequestSchema.properties,
    )) {
      expect([name, description]).toEqual([name, expect.stringMatching(/^.+\.$/)]); // prettier-ignore
    }
  });
});
