// Runs the benchmarks and prints a table of what was measured against its
// budget. Needs Node ≥ 22 and the dependencies, which `npm run bench` brings.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const transform = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
const { status } = spawnSync(
  process.execPath,
  ['--no-warnings', '--require', transform, join(here, 'domain.ts')],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
