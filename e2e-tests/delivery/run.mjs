// Runs the delivery tests against real Helm, kustomize and kube-apiserver;
// arguments go to jest. Needs Node ≥ 22 and the dependencies, which
// `npm run test:delivery` brings.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from '../../scripts/lib/children.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const e2eTests = dirname(here);

// One group of processes, so that a stop reaches etcd and the API server too.
process.exitCode = await new Children().start(
  'jest',
  process.execPath,
  [
    join(e2eTests, '../node_modules/jest/bin/jest.js'),
    '--config',
    join(here, 'jest.config.js'),
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
