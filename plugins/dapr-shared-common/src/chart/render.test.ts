import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse, parseAllDocuments } from 'yaml';
import { render, RenderError } from '.';

const LONG_NAME = 'orders-for-the-shop-in-the-north-region-production-eu';

const golden = (version: string) =>
  join(__dirname, '__fixtures__', `golden-${version}`);

const cases = ['1.18.0', '1.16.0', '0.0.16'].flatMap(version =>
  readdirSync(golden(version)).map(name => ({ version, name })),
);

/** YAML 1.1, as Helm and Kubernetes read it. */
const yaml11 = { version: '1.1' } as const;

function renderCase(version: string, name: string) {
  const values = readFileSync(
    join(golden(version), name, 'values.yaml'),
    'utf8',
  );
  return render({
    chartVersion: version,
    releaseName: name === 'long-release-name' ? LONG_NAME : 'orders',
    namespace: 'shop',
    values: parse(values, yaml11),
  });
}

function check(version: string, name: string) {
  const dir = join(golden(version), name);
  if (existsSync(join(dir, 'error.txt'))) {
    const reason = /: (\S+ is required)/.exec(
      readFileSync(join(dir, 'error.txt'), 'utf8'),
    );
    const refused = () => renderCase(version, name);
    expect(refused).toThrow(RenderError);
    expect(refused).toThrow(reason?.[1]);
    return;
  }
  const manifest = readFileSync(join(dir, 'manifest.yaml'), 'utf8');
  const expected = parseAllDocuments(manifest, yaml11).map(d => d.toJS());
  expect(renderCase(version, name)).toEqual(expected);
}

describe('render equals Helm', () => {
  it('has golden cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  // eslint-disable-next-line jest/expect-expect -- check() expects
  it.each(cases)('chart $version, $name', ({ version, name }) => {
    check(version, name);
  });
});

describe('render', () => {
  it('says which chart versions it knows', () => {
    expect(() =>
      render({
        chartVersion: '9.9.9',
        releaseName: 'orders',
        namespace: 'shop',
        values: {},
      }),
    ).toThrow('chartVersion 9.9.9 is not known; use one of 1.18.0');
  });

  it.each([
    ['on', true],
    ['123', 123],
    ['1e3', 1000],
    ['null', null],
    ['y', true],
  ])('writes the app id %s as YAML 1.1 reads it', (appId, expected) => {
    const objects = render({
      chartVersion: '1.16.0',
      releaseName: 'orders',
      namespace: 'shop',
      values: { shared: { appId, remotePort: 80 } },
    });
    const workload = objects.find(o => o.kind === 'DaemonSet');
    expect(workload).toMatchObject({
      spec: {
        template: { metadata: { annotations: { 'dapr.io/app-id': expected } } },
      },
    });
  });
});
