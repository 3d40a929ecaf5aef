// Everything that guards main, in turn. Prints what it runs and how long it
// took; the last line is `N passed, N failed` over all parts.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countTests } from './lib/count.mjs';
import { installPackages } from './lib/debian.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { say } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Name and command of each part; `tests` where its output tells how many. */
const parts = [
  { name: 'tests', command: 'npm test', tests: true },
  { name: 'lint', command: 'npm run lint' },
  { name: 'format', command: 'npm run format:check' },
  { name: 'reference', command: 'npm run reference -- --check' },
  { name: 'types', command: 'npm run tsc' },
  // Reads what `types` emitted.
  { name: 'API reports', command: 'npm run api-reports -- --ci' },
  { name: 'build', command: 'npm run build:all' },
  { name: 'command tests', command: 'npm run test:command', tests: true },
  { name: 'browser tests', command: 'npm run test:e2e', tests: true },
  { name: 'cluster tests', command: 'npm run test:cluster', tests: true },
  { name: 'delivery tests', command: 'npm run test:delivery', tests: true },
];

const total = { passed: 0, failed: 0 };
const table = [];
let postgres;

async function main(only) {
  await part('Debian packages', async () => {
    await installPackages({
      '/usr/bin/chromium': 'chromium',
      '/usr/bin/git': 'git',
      '/usr/lib/postgresql': 'postgresql',
    });
  });
  await part('PostgreSQL', async () => {
    postgres = await startPostgres();
  });
  for (const { name, command, tests } of parts) {
    if (only.length && !only.some(word => name.includes(word))) continue;
    await part(name, () => shell(command, tests), command);
  }
}

/** Runs one part; what it throws is a failure of that part alone. */
async function part(name, action, command = '') {
  say(`\n━━ ${name}${command && `: ${command}`}`);
  const started = Date.now();
  let result;
  try {
    result = (await action()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    say(`✗ ${name}: ${error.message}`);
    result = { passed: 0, failed: 1 };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  table.push(
    `${name.padEnd(16)} ${seconds.padStart(5)} s  ${result.passed} passed, ${
      result.failed
    } failed`,
  );
  say(`━━ ${name}: ${seconds} s`);
}

function shell(command, tests) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CI: '1',
        FORCE_COLOR: '0',
        ...(postgres && {
          BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING: postgres.url,
        }),
      },
    });
    let output = '';
    for (const [stream, sink] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', chunk => {
        output += chunk;
        sink.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', code => {
      const counted = tests ? countTests(output) : { passed: 0, failed: 0 };
      if (code === 0 && tests && counted.passed === 0) {
        reject(new Error('no test ran'));
      } else if (code === 0 && tests) resolve(counted);
      else if (code === 0) resolve({ passed: 1, failed: 0 });
      else resolve({ ...counted, failed: Math.max(counted.failed, 1) });
    });
  });
}

try {
  await main(process.argv.slice(2));
} finally {
  await postgres?.stop();
}
say(`\n${table.join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
