import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { documented } from './lib/documented.mjs';
import { pack } from './lib/pack.mjs';
import { makeRepository, writeInstance } from './lib/repository.mjs';
import { mustRun, run } from './lib/run.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const docs = documented(root);
// Real paths: tools that compare them do not see through links.
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'dapr-shared-')));
const repository = join(temporary, 'gitops');
const shell = script => run(repository, 'bash', ['-ec', script]);
const check = (...args) =>
  run(repository, 'npx', ['dapr-shared', 'check', ...args]);

/** The values file of the instance that tests break. */
let values;

before(() => {
  const copy = join(temporary, 'copy');
  const packed = pack(root, copy);
  mustRun(temporary, 'mkdir', [repository]);
  makeRepository(repository, packed);
});

beforeEach(() => {
  rmSync(join(repository, 'clusters'), { recursive: true, force: true });
  writeInstance(repository, 'orders');
  values = join(writeInstance(repository, 'payments'), 'values.yaml');
});

after(() => rmSync(temporary, { recursive: true }));

function breakValues() {
  const file = join(repository, values);
  const text = readFileSync(file, 'utf8');
  const broken = text.replace(/remotePort: \d+/, "remotePort: '8080'");
  writeFileSync(file, broken);
  const above = broken.slice(0, broken.indexOf('remotePort'));
  return above.split('\n').length;
}

describe('the installed command in a GitOps repository', () => {
  it('finds each instance once', () => {
    const { code, stdout } = check('clusters', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(stdout).instances.map(({ namespace, appId }) => [namespace, appId]), // prettier-ignore
      [
        ['shop', 'orders'],
        ['shop', 'payments'],
      ],
    );
  });

  it('fails for a broken one, and says where', () => {
    const line = breakValues();
    const { code, stdout } = check('clusters');
    assert.equal(code, 1);
    assert.match(stdout, /^shop\/payments {2}/);
    assert.ok(stdout.includes(`${values}:${line}:3`), stdout);
  });

  it('writes SARIF whose places are in the repository', () => {
    const line = breakValues();
    const { code, stdout } = check('clusters', '--format', 'sarif');
    assert.equal(code, 1);
    const [{ results }] = JSON.parse(stdout).runs;
    const places = results
      .filter(({ ruleId }) => ruleId === 'DS157')
      .map(({ locations: [{ physicalLocation }] }) => [
        physicalLocation.artifactLocation.uri,
        physicalLocation.region.startLine,
      ]);
    assert.deepEqual(places, [[values, line]]);
    mustRun(repository, 'test', ['-f', values]);
  });

  it('ends with 2 for a template, and names its line', () => {
    writeFileSync(join(repository, values), 'shared:\n  appId: {{ .appId }}\n');
    const { code, stderr } = check('clusters');
    assert.equal(code, 2);
    assert.ok(stderr.startsWith(`${values}:2: is a template`), stderr);
  });

  it('reads what another program prints, and ends well where nobody reads on', () => {
    const { code, stdout } = shell(
      `cat ${values} | npx dapr-shared check -n shop - | head -1`,
    );
    assert.equal(code, 0);
    assert.match(stdout, /^shop\/payments .* stdin:/);
  });
});

describe('what the documentation says', () => {
  for (const name of ['ci', 'check', 'gitlab', 'preCommitEntry']) {
    it(`holds for ${name}: passes, and fails for a broken instance`, () => {
      const good = shell(docs[name]);
      assert.equal(good.code, 0, good.stdout + good.stderr);
      breakValues();
      assert.equal(shell(docs[name]).code, 1);
    });
  }

  it('holds for SARIF: it is written, and does not fail by itself', () => {
    breakValues();
    assert.equal(shell(docs.writeSarif).code, 0);
    const text = readFileSync(join(repository, 'dapr-shared.sarif'), 'utf8');
    assert.equal(JSON.parse(text).version, '2.1.0');
  });

  it('holds for the hook of Git: a broken instance is not committed', () => {
    const hook = join(repository, '.git/hooks/pre-commit');
    writeFileSync(hook, docs.preCommit);
    chmodSync(hook, 0o755);
    const commit = message =>
      shell(`git add . && git commit --quiet -m '${message}'`).code;
    assert.equal(commit('Add two instances'), 0);
    breakValues();
    assert.equal(commit('Break one'), 1);
  });
});
