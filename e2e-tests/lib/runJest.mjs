// Runs one tier of the tests; arguments go to jest. Needs Node ≥ 22 and the
// dependencies, which the npm scripts bring.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from '../../scripts/lib/children.mjs';

const e2eTests = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} tier - folder below e2e-tests that has a jest.config.js */
export async function runJest(tier) {
  // One group of processes, so that a stop reaches etcd and the API server too.
  process.exitCode = await new Children().start(
    'jest',
    process.execPath,
    [
      join(e2eTests, '../node_modules/jest/bin/jest.js'),
      '--config',
      join(e2eTests, tier, 'jest.config.js'),
      ...process.argv.slice(2),
    ],
    {
      cwd: e2eTests,
      env: {
        ...process.env,
        // @kubernetes/client-node is an ES module.
        NODE_OPTIONS: `${
          process.env.NODE_OPTIONS ?? ''
        } --experimental-vm-modules --no-warnings`,
      },
    },
  );
}
