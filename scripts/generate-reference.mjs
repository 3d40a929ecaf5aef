/**
 * Writes what is derived from tables: of the chart's values the JSON Schema that
 * ships, the TypeScript type and the reference page; of the codes of findings
 * theirs; of known failures what is said of each, as page and as fixture.
 *
 *   node scripts/generate-reference.mjs           writes the files
 *   node scripts/generate-reference.mjs --check   exits 1 where one is stale
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsPage } from './lib/findingsPage.mjs';
import { failuresPage } from './lib/failuresPage.mjs';
import { referencePage } from './lib/referencePage.mjs';
import { valuesType } from './lib/valuesType.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const common = 'plugins/dapr-shared-common';
const require = createRequire(join(root, common, 'package.json'));

require('@backstage/cli/config/nodeTransform.cjs');
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');
const { chartReleases } = require(join(root, common, 'src/chart'));
const findings = require(join(root, common, 'src/findings'));
const values = require(join(root, common, 'src/values'));
const failuresFolder = join(root, common, 'src/findings');
const { casesOf, failures, saidOf } = require(join(
  failuresFolder,
  '__testUtils__/failures',
));
const { runtimeFindings } = require(join(failuresFolder, 'runtime'));

const knownFailures = failures(name =>
  readFileSync(
    join(failuresFolder, '__fixtures__/logs', `${name}.txt`),
    'utf8',
  ),
);

const versions = chartReleases.map(release => release.version);
const [newest] = versions;

const files = {
  [`${common}/schema/values.schema.json`]: JSON.stringify(
    values.valuesJsonSchema(newest),
  ),
  [`${common}/src/values/chartValues.ts`]: valuesType(values.valueKeys),
  'docs/reference/findings.md': findingsPage(findings),
  'docs/reference/values.md': referencePage(values, versions),
  'docs/reference/failures.md': failuresPage(knownFailures, runtimeFindings),
};

/** What is said of each failure, a row a line: reviewed in the difference. */
const rows = casesOf(knownFailures).map(one => JSON.stringify(saidOf(one)));
const fixtures = {
  [`${common}/src/findings/__fixtures__/said.json`]: `[\n${rows.join(
    ',\n',
  )}\n]\n`,
};

const stale = [];
for (const [path, content] of Object.entries({ ...files, ...fixtures })) {
  const text =
    path in fixtures
      ? content
      : await prettier.format(content, { ...style, filepath: path });
  if (text === read(join(root, path))) continue;
  stale.push(path);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(
    `${stale.join(', ')} ${
      stale.length > 1 ? 'are' : 'is'
    } stale: run "npm run reference" and commit what it writes.`,
  );
  process.exitCode = 1;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
