import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { ESLint } = createRequire(import.meta.url)('eslint');
const eslint = new ESLint({ cwd: root });

const cases = [
  ['plugins/dapr-shared-common', 'fs', false],
  ['plugins/dapr-shared-common', 'node:path', false],
  ['plugins/dapr-shared-common', 'backstage-plugin-dapr-shared-node', false],
  ['plugins/dapr-shared-common', 'yaml', true],
  ['plugins/dapr-shared-node', 'backstage-plugin-dapr-shared-common', true],
  ['plugins/dapr-shared-node', 'backstage-plugin-dapr-shared-backend', false],
  ['plugins/dapr-shared-backend', 'backstage-plugin-dapr-shared-node', true],
  [
    'plugins/dapr-shared-backend',
    'backstage-plugin-scaffolder-backend-module-dapr-shared',
    false,
  ],
  ['plugins/dapr-shared-backend', 'sandbox', false],
  [
    'plugins/scaffolder-backend-module-dapr-shared',
    'backstage-plugin-dapr-shared-backend',
    false,
  ],
  ['plugins/dapr-shared', 'backstage-plugin-dapr-shared-common', true],
  ['plugins/dapr-shared', 'backstage-plugin-dapr-shared-node', false],
  ['plugins/dapr-shared', 'fs', false],
  ['packages/cli', 'backstage-plugin-dapr-shared-common', true],
  ['packages/cli', 'fs', true],
  ['packages/cli', 'backstage-plugin-dapr-shared-node', false],
  ['packages/cli', 'sandbox', false],
  ['packages/sandbox', 'backstage-plugin-dapr-shared-common', true],
  ['packages/sandbox', 'backstage-plugin-dapr-shared-backend', false],
];

for (const [folder, imported, allowed] of cases) {
  test(`${folder} ${
    allowed ? 'may' : 'may not'
  } import ${imported}`, async () => {
    const [result] = await eslint.lintText(
      `import * as it from '${imported}';\n\nexport const that = it;\n`,
      { filePath: join(root, folder, 'src/arrow.ts') },
    );
    const found = result.messages.filter(
      ({ ruleId }) => ruleId === 'no-restricted-imports',
    );
    assert.equal(found.length > 0, !allowed, JSON.stringify(result.messages));
  });
}
