// Packs the command and the domain as npm would publish them, installs them
// outside of the checkout, and tries what docs/command.md says. Needs Node ≥ 22
// and the dependencies, which `npm run test:command` brings.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Children } from '../../scripts/lib/children.mjs';

const here = dirname(fileURLToPath(import.meta.url));

process.exitCode = await new Children().start(
  'command',
  process.execPath,
  ['--test', join(here, 'command.test.mjs')],
  { stdio: 'inherit' },
);
