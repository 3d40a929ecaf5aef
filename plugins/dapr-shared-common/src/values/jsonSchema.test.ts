import Ajv from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import {
  defaultValues,
  setPath,
  validateValues,
  valuesJsonSchema,
  type Values,
} from '.';

const fixtures = join(__dirname, '..', 'chart', '__fixtures__');
const versions = ['1.18.0', '1.16.0', '0.0.16'];

const golden = versions.flatMap(version => {
  const folder = join(fixtures, `golden-${version}`);
  return readdirSync(folder).map(name => ({
    version,
    name,
    refused: existsSync(join(folder, name, 'error.txt')),
    values: parse(readFileSync(join(folder, name, 'values.yaml'), 'utf8'), {
      version: '1.1',
    }) as Values,
  }));
});

/** Helm renders these without a word, and what comes out is not what was meant. */
const misTaken: Record<string, string> = {
  'app-id-number': 'the app id becomes a number, which the API server refuses',
  'app-id-uppercase': 'no name for a Service',
  'app-id-63': 'with "-dapr" too long for a Service',
  'long-app-id': 'with "-dapr" too long for a Service',
  'app-token': 'daprd.app.token is not read',
  'control-plane-old-keys': 'the old addresses are not read any more',
  'deployment-0-replicas': '0 replicas become 1',
  'strategy-capitalised': 'renders no workload',
  'unknown-strategy': 'renders no workload',
  'unknown-keys-ignored': 'not keys of the chart',
};

const compiled = new Map(
  versions.map(version => [
    version,
    new Ajv({ strict: true, allErrors: true }).compile(
      valuesJsonSchema(version),
    ),
  ]),
);

function accepts(values: unknown, version = '1.18.0'): boolean {
  const validate = compiled.get(version);
  return validate !== undefined && validate(values) === true;
}

const plain = { shared: { appId: 'orders', remotePort: 8080 } };

function plainWith(path: string, value: unknown): Values {
  const values: Values = structuredClone(plain);
  setPath(values, path, value);
  return values;
}

describe('the JSON Schema of the values', () => {
  it.each(golden.filter(({ name, refused }) => !refused && !misTaken[name]))(
    'accepts what works: chart $version, $name',
    ({ version, values }) => {
      expect(accepts(values, version)).toBe(true);
      expect(validateValues(values)).toEqual([]);
    },
  );

  it.each(golden.filter(({ name, refused }) => refused || misTaken[name]))(
    'refuses what Helm refuses or mis-takes: chart $version, $name',
    ({ version, values }) => {
      expect(accepts(values, version)).toBe(false);
      expect(validateValues(values)).not.toEqual([]);
    },
  );

  it.each([
    ['shared.appId', 'on'],
    ['shared.appId', 'Orders'],
    ['shared.appId', 'a'.repeat(59)],
    ['shared.appId', 12],
    ['shared.remotePort', 65536],
    ['shared.remotePort', -1],
    ['shared.remotePort', '8080'],
    ['shared.remotePort', 80.5],
    ['shared.remoteURL', 'http://orders.shop'],
    ['shared.remoteURL', 'orders.shop:8080'],
    ['shared.strategy', 'Deployment'],
    ['shared.strategy', null],
    ['shared.deployment.replicas', 0],
    ['shared.log', null],
    ['shared.log.json', 'true'],
    ['shared.deamonset', {}],
    ['shared.daprd.imgae', { tag: '1.18.3' }],
    ['shared.daprd.image.tag', 1.18],
    ['shared.daprd.gracefulShutdownSeconds', -2],
    ['shared.daprd.listenAddresses', '[::1], 127.0.0.1'],
    ['shared.daprd.appHealth.checkPath', 'healthz'],
    ['shared.daprd.appHealth.path', '/ready'],
    ['shared.daprd.appHealth.threshold', 0],
    ['shared.scheduling.nodeSelector', { zone: 1 }],
    ['shared.serviceAccount.annotations', { a: true }],
    ['shared.service.type', 'ExternalName'],
    ['podAnnotations', ['a']],
    ['tolerations', {}],
    ['imagePullSecrets', ['registry-login']],
    ['nameOverride', 'on'],
    ['fullnameOverride', '123'],
  ])('refuses %s: %j, as validateValues does', (path, value) => {
    const values = plainWith(path, value);
    expect(accepts(values)).toBe(false);
    expect(validateValues(values)).not.toEqual([]);
  });

  it.each([
    ['global', { imageRegistry: 'registry.example' }],
    ['tolerations', null],
    ['affinity', null],
    ['podSecurityContext', null],
    ['shared.daprd.config', null],
    ['shared.remoteURL', '[2001:db8::1]'],
    ['shared.service.type', ''],
    ['shared.daprd.image.tag', ''],
  ])('accepts %s: %j, as validateValues does', (path, value) => {
    const values = plainWith(path, value);
    expect(accepts(values)).toBe(true);
    expect(validateValues(values)).toEqual([]);
  });

  it.each(versions)("accepts the chart's own values: %s", version => {
    const values = defaultValues(version);
    setPath(values, 'shared.appId', 'orders');
    expect(values).toMatchObject({
      // The chart documents what its templates do not read.
      shared: { daprd: { appHealth: { path: '/healthz' } } },
    });
    expect(accepts(values, version)).toBe(true);
    expect(validateValues(values)).toEqual([]);
  });

  it('needs an app id', () => {
    expect(accepts({})).toBe(false);
    expect(accepts({ shared: {} })).toBe(false);
    expect(accepts({ shared: { appId: null } })).toBe(false);
  });

  it('tells the default of the chart version', () => {
    const tag = (version: string) =>
      valuesJsonSchema(version).properties?.shared?.properties?.daprd
        ?.properties?.image?.properties?.tag?.default;
    expect(tag('1.18.0')).toBe('1.18.0');
    expect(tag('1.16.0')).toBe('1.15.7');
  });

  it('ships as a file', () => {
    const shipped = readFileSync(
      join(__dirname, '..', '..', 'schema', 'values.schema.json'),
      'utf8',
    );
    expect(JSON.parse(shipped)).toEqual(
      JSON.parse(JSON.stringify(valuesJsonSchema('1.18.0'))),
    );
  });
});
