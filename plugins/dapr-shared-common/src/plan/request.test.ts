import { plan } from './plan';
import { checkRequest } from './request';
import { request } from './testUtils';
import type { PlanRequest } from './types';

const withApp = (app: Partial<PlanRequest['app']>): PlanRequest => ({
  ...request,
  app: { ...request.app, ...app },
});
const inTarget = (target: Partial<PlanRequest['target']>): PlanRequest => ({
  ...request,
  target: { ...request.target, ...target },
});
/** Templates are not type-checked. */
const untyped = (fields: object): PlanRequest => ({ ...request, ...fields });

const refused: [string, PlanRequest, string, string][] = [
  ['a long app id', untyped({ appId: 'a'.repeat(59) }), 'appId', 'at most 58'],
  ['the app id on', untyped({ appId: 'on' }), 'appId', 'Write for example "on-app"'], // prettier-ignore
  ['the app id 123', untyped({ appId: '123' }), 'appId', 'start with a lower-case letter'], // prettier-ignore
  ['the app id null', untyped({ appId: 'null' }), 'appId', 'YAML reads that'],
  ['upper case', untyped({ appId: 'Orders' }), 'appId', 'only lower-case'],
  ['a path', untyped({ appId: '../orders' }), 'appId', 'only lower-case'],
  ['an underscore at the end', untyped({ appId: 'orders-' }), 'appId', 'Write for example "orders"'], // prettier-ignore
  ['a namespace 1e3', inTarget({ namespace: '1e3' }), 'namespace', 'YAML reads that'], // prettier-ignore
  ['a path as namespace', inTarget({ namespace: '../kube-system' }), 'namespace', 'Write for example "shop"'], // prettier-ignore
  ['a path as cluster', inTarget({ cluster: '../prod' }), 'cluster', 'Pick one of the clusters'], // prettier-ignore
  ['dots as cluster', inTarget({ cluster: 'a..b' }), 'cluster', 'single dots'],
  ['a URL', withApp({ host: 'https://orders.shop:8443/api' }), 'host', 'Write "orders.shop" here, and port 8443 and protocol "https"'], // prettier-ignore
  ['a URL without a port', withApp({ host: 'http://orders' }), 'host', 'Write "orders" here, and port 80'], // prettier-ignore
  ['host and port', withApp({ host: 'orders:8080' }), 'host', 'Write "orders" here, and port 8080'], // prettier-ignore
  ['a host with spaces', withApp({ host: 'or ders' }), 'host', 'DNS name'],
  ['port 70000', withApp({ port: 70000 }), 'port', 'from 1 to 65535'],
  ['port 80.5', withApp({ port: 80.5 }), 'port', 'whole number'],
  ['an unknown strategy', untyped({ strategy: 'DaemonSet' }), 'strategy', 'daemonset or deployment'], // prettier-ignore
  ['an unknown protocol', untyped({ app: { port: 80, protocol: 'tcp' } }), 'protocol', 'http, https, grpc, grpcs or h2c'], // prettier-ignore
  ['replicas -1', untyped({ replicas: -1 }), 'replicas', '1 or more'],
  ['replicas 0', untyped({ replicas: 0 }), 'replicas', 'even for 0'],
  ['a bare name as entity', untyped({ entityRef: 'orders' }), 'entityRef', 'component:default/orders'], // prettier-ignore
  ['the version latest', untyped({ runtimeVersion: 'latest' }), 'runtimeVersion', '1.18.3'], // prettier-ignore
];

const ca = (source: object) => untyped({ overlay: { identity: { ca: source } } }); // prettier-ignore
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const key = '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n';
const image = (images: object) => untyped({ images });
const source = (from: object) => untyped({ chart: { source: from } });
const resources = (asked: unknown) => untyped({ overlay: { resources: asked } }); // prettier-ignore
const token = (tokenSecret: object) => untyped({ overlay: { tokenSecret } });
const values = (given: unknown) => untyped({ values: given });

const refusedChoices: [string, PlanRequest, string, string][] = [
  ['a chart version latest', untyped({ chart: { version: 'latest' } }), 'chart.version', 'Write for example "1.16.0"'], // prettier-ignore
  ['a chart by http', source({ kind: 'oci', url: 'https://registry.example/chart' }), 'chart.source.url', 'oci://registry.example/charts/dapr-shared-chart'], // prettier-ignore
  ['an OCI address without a host', source({ kind: 'oci', url: 'oci://' }), 'chart.source.url', 'OCI repository'], // prettier-ignore
  ['a Git address that is none', source({ kind: 'git', url: 'mirror' }), 'chart.source.url', 'https://git.example/mirror/dapr-shared'], // prettier-ignore
  ['a Git address with a scheme inside', source({ kind: 'git', url: 'x-https://git.example/a' }), 'chart.source.url', 'Git repository'], // prettier-ignore
  ['a password in an address', source({ kind: 'git', url: 'https://bot:secret@git.example/a' }), 'chart.source.url', 'must not carry a password'], // prettier-ignore
  ['a registry with a scheme', image({ registry: 'https://registry.example' }), 'images.registry', 'Write for example "registry.example/daprio"'], // prettier-ignore
  ['a registry with a slash at the end', image({ registry: 'registry.example/' }), 'images.registry', 'cannot be part of an image'], // prettier-ignore
  ['an init registry', image({ initContainer: { registry: '-' } }), 'images.initContainer.registry', '"registry.example/daprio"'], // prettier-ignore
  ['an init image', image({ initContainer: { name: 'a b' } }), 'images.initContainer.name', '"dapr-shared"'], // prettier-ignore
  ['an init tag', image({ initContainer: { tag: ':1' } }), 'images.initContainer.tag', '"0.0.15"'], // prettier-ignore
  ['a pull secret', image({ pullSecrets: ['good', 'Bad'] }), 'images.pullSecrets', 'name of a Secret; it is "Bad"'], // prettier-ignore
  ['a ServiceAccount', untyped({ serviceAccount: 'a_b' }), 'serviceAccount', 'name of a ServiceAccount'], // prettier-ignore
  ['a long ServiceAccount', untyped({ serviceAccount: 'a'.repeat(254) }), 'serviceAccount', 'name of a ServiceAccount'], // prettier-ignore
  ['a Configuration', untyped({ configuration: '' }), 'configuration', 'name of a Dapr Configuration'], // prettier-ignore
  ['a CA from nowhere', ca({}), 'overlay.identity.ca', '"bundle", "config-map" or "certificate"'], // prettier-ignore
  ['no CA', untyped({ overlay: { identity: {} } }), 'overlay.identity.ca', 'in its field "from"'], // prettier-ignore
  ['a CA in a ConfigMap without a name', ca({ from: 'config-map' }), 'overlay.identity.ca.name', 'name of a ConfigMap'], // prettier-ignore
  ['a certificate that is none', ca({ from: 'certificate', pem: 'MIIB' }), 'overlay.identity.ca', 'certificates in PEM'], // prettier-ignore
  ['an absent certificate', ca({ from: 'certificate' }), 'overlay.identity.ca', 'certificates in PEM'], // prettier-ignore
  ['a private key behind a certificate', ca({ from: 'certificate', pem: pem + key }), 'overlay.identity.ca', 'never a private key'], // prettier-ignore
  ['a private key before a certificate', ca({ from: 'certificate', pem: key + pem }), 'overlay.identity.ca', 'never a private key'], // prettier-ignore
  ['the secret store without permission', untyped({ overlay: { identity: { ca: { from: 'bundle' } }, secretStore: 'enabled' } }), 'overlay.secretStore', 'Leave one of them out'], // prettier-ignore
  ['a token without a Secret', token({ key: 'token' }), 'overlay.tokenSecret.name', 'name of a Secret'], // prettier-ignore
  ['a token without a key', token({ name: 'a' }), 'overlay.tokenSecret.key', 'Write for example "token"'], // prettier-ignore
  ['a token with a path as key', token({ name: 'a', key: 'a/b' }), 'overlay.tokenSecret.key', 'it is "a/b"'], // prettier-ignore
  ['no resources', resources({}), 'overlay.resources', 'must have requests or limits'], // prettier-ignore
  ['CPU that is none', resources({ requests: { cpu: '100ms' } }), 'overlay.resources', '"100ms" is none'], // prettier-ignore
  ['CPU below a thousandth', resources({ limits: { cpu: '0.0001' } }), 'overlay.resources', '"0.0001" is none'], // prettier-ignore
  ['CPU with a word before', resources({ limits: { cpu: 'x1' } }), 'overlay.resources', '"x1" is none'], // prettier-ignore
  ['memory in MB', resources({ limits: { memory: '100MB' } }), 'overlay.resources', '"100MB" is none'], // prettier-ignore
  ['memory with a sign', resources({ limits: { memory: '-1' } }), 'overlay.resources', '"-1" is none'], // prettier-ignore
  ['memory with a space', resources({ limits: { memory: '1 Gi' } }), 'overlay.resources', '"1 Gi" is none'], // prettier-ignore
  ['more requested than allowed', resources({ requests: { memory: '1Gi' }, limits: { memory: '1000Mi' } }), 'overlay.resources', 'not request more memory (1Gi) than the limit (1000Mi)'], // prettier-ignore
  ['values that are no map', values('a'), 'values', 'must be a map'],
  ['a token in values', values({ shared: { daprd: { token: 'abc' } } }), 'values', 'overlay.tokenSecret'], // prettier-ignore
  ['an app token in values', values({ shared: { initContainer: { token: 'abc' } } }), 'values', 'shared.initContainer.token: it would reach Git'], // prettier-ignore
  ['another app id in values', values({ shared: { appId: 'other' } }), 'values', 'another shared.appId than "orders"'], // prettier-ignore
  ['values without a map', values({ shared: { controlPlane: null } }), 'values', 'shared.controlPlane must be a map'], // prettier-ignore
  ['values with another type', values({ shared: { log: { json: 'yes' } } }), 'values', 'shared.log.json must be true or false'], // prettier-ignore
];

const acceptedChoices: [string, PlanRequest][] = [
  ['a chart by OCI', source({ kind: 'oci', url: 'oci://registry.example:5000/chart' })], // prettier-ignore
  ['a chart from Git', source({ kind: 'git', url: 'ssh://git@git.example/a', ref: 'v1', path: 'chart' })], // prettier-ignore
  ['a chart from Git by http', source({ kind: 'git', url: 'http://git.example/a', ref: 'v1', path: 'chart' })], // prettier-ignore
  ['a registry with a port and a path', image({ registry: 'registry.example:5000/a/b-c' })], // prettier-ignore
  ['an init image', image({ initContainer: { name: 'a/b', tag: 'v1.0-x' } })], // prettier-ignore
  ['names with dots', untyped({ serviceAccount: 'a.b', configuration: 'a-1' })], // prettier-ignore
  ['a Bundle', ca({ from: 'bundle' })],
  ['two certificates', ca({ from: 'certificate', pem: `\n${pem}\n${pem}` })],
  ['a ConfigMap', ca({ from: 'config-map', name: 'ca' })],
  ['the secret store off', untyped({ overlay: { identity: { ca: { from: 'bundle' } }, secretStore: 'disabled' } })], // prettier-ignore
  ['the secret store on', untyped({ overlay: { secretStore: 'enabled' } })],
  ['a token', token({ name: 'a.b', key: 'API_TOKEN-1.x' })],
  ['CPU in cores', resources({ limits: { cpu: '0.25', memory: '1.5Gi' } })],
  ['CPU in thousandths', resources({ requests: { cpu: '1500m' } })],
  ['whole cores', resources({ requests: { cpu: '2' } })],
  ['equal memory', resources({ requests: { memory: '1Gi' }, limits: { memory: '1024Mi' } })], // prettier-ignore
  ['recommended resources', resources('recommended')],
  ['values of the same app', values({ shared: { appId: 'orders' } })],
  ['an empty token', values({ shared: { daprd: { token: '' } } })],
  ['an unknown key, which is told', values({ shared: { nothing: 1 } })],
  ['a default taken away', values({ affinity: null })],
];

describe('choices', () => {
  it.each(refusedChoices)('refuses %s', (_, bad, field, cure) => {
    const problems = checkRequest(bad);
    expect(problems.map(problem => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toContain(cure);
    expect(problems[0]?.message.startsWith(`${field} `)).toBe(true);
  });

  it.each(acceptedChoices)('accepts %s', (_, good) => {
    expect(checkRequest(good)).toEqual([]);
  });
});

describe('checkRequest', () => {
  it.each(refused)('refuses %s', (_, bad, field, cure) => {
    const problems = checkRequest(bad);
    expect(problems.map(problem => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(new RegExp(`^${field} m`));
    expect(problems[0]?.message).toContain(cure);
  });

  it.each([
    ['the plainest request', request],
    ['58 characters', untyped({ appId: 'a'.repeat(58) })],
    ['port 0 for an app that only calls', withApp({ port: 0 })],
    ['an address', withApp({ host: '10.0.0.7' })],
    ['a host that ends with a dot', withApp({ host: 'orders.shop.' })],
  ])('accepts %s', (_, good) => {
    expect(checkRequest(good)).toEqual([]);
  });

  it('names every bad field at once when a plan is asked for', () => {
    const bad = { ...withApp({ port: 70000 }), appId: 'on' };
    expect(() => plan(bad, {})).toThrow(/appId [^]*\nport /);
  });
});
