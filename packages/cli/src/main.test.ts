import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { version } from '../package.json';
import { now } from './__testUtils__/sources';
import { main } from './main';

const good = `shared:
  appId: orders
  remoteURL: orders.shop
  remotePort: 8080
  controlPlane:
    sentry:
      port: 443
`;
/** Has a typo, which is a medium finding, and a wrong type, which is a high one. */
const bad = good.replace(
  'remotePort: 8080',
  "remotePort: '8080'\n  stratgy: x",
);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dapr-shared-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function run(args: string[], stdin = '') {
  let out = '';
  let err = '';
  const code = await main(args, {
    cwd,
    readStdin: async () => stdin,
    writeOut: text => {
      out += text;
    },
    writeError: text => {
      err += text;
    },
    colour: false,
    now,
  });
  return { code, out, err };
}

describe('dapr-shared', () => {
  it('says how it is used', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('Usage: dapr-shared check FILE…');
  });

  it('tells its version', async () => {
    expect(await run(['--version'])).toEqual({
      code: 0,
      out: `${version}\n`,
      err: '',
    });
  });

  it('ends with 2 where it was called wrongly', async () => {
    const { code, out, err } = await run(['check']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('check needs a file');
  });
});

describe('dapr-shared check', () => {
  it.each([
    ['never', 0],
    ['critical', 0],
    ['high', 1],
    ['medium', 1],
    ['info', 1],
  ])('with --fail-on %s ends with %i for a high finding', async (at, code) => {
    writeFileSync(join(cwd, 'values.yaml'), bad);
    const result = await run(['check', 'values.yaml', '--fail-on', at]);
    expect(result.code).toBe(code);
  });

  it('reads standard input', async () => {
    const { out, err } = await run(['check', '-'], good);
    expect(out).toContain('default/orders  DaemonSet');
    expect(out).toContain('stdin:2:3');
    expect(err).toBe('');
  });

  it('ends with 2 for a file that is not there, and checks the others', async () => {
    writeFileSync(join(cwd, 'values.yaml'), good);
    const { code, out, err } = await run([
      'check',
      'valeus.yaml',
      'values.yaml',
    ]);
    expect(code).toBe(2);
    expect(err).toBe('valeus.yaml: there is no such file or folder.\n');
    expect(out).toContain('default/orders');
  });

  it('names file and line of a template, and how to render it', async () => {
    writeFileSync(
      join(cwd, 'daemonset.yaml'),
      'kind: DaemonSet\nmetadata:\n  name: {{ .Release.Name }}-dapr\n',
    );
    const { code, err } = await run(['check', 'daemonset.yaml']);
    expect(code).toBe(2);
    expect(err).toBe(
      'daemonset.yaml:3: is a template, not YAML. Render it first: helm template … | dapr-shared check -\n',
    );
  });

  it('says so where there is no shared daprd', async () => {
    const { code, out } = await run(['check', '-'], 'kind: ConfigMap\n');
    expect([code, out]).toEqual([0, 'No shared daprd found.\n']);
  });

  it('has no colours unless asked for', async () => {
    const { out } = await run(['check', '-'], bad);
    expect(out).not.toContain('\u001b');
  });

  it('finds the version of daprd that the caller names', async () => {
    const { out } = await run(['check', '-', '--dapr-version', '1.18.3'], good);
    expect(out).toContain('daprd 1.18.3');
  });
});
