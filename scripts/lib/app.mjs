import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from './cache.mjs';
import { Complaint, step } from './say.mjs';

/** What the portal's pages are built from. */
const inputs = [
  'app-config.yaml',
  'yarn.lock',
  'packages/app/package.json',
  'packages/app/public',
  'packages/app/src',
  'plugins/dapr-shared',
  'plugins/dapr-shared-common/src',
];

/** Builds the portal's pages unless those there were built from the same files. */
export async function buildApp(root, node) {
  const wanted = hashFiles(
    inputs.flatMap(input => filesUnder(join(root, input))).sort(),
  );
  const stamp = join(root, 'packages/app/dist/.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Building the pages, once', async () => {
    const code = await run(
      node,
      [
        join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'package',
        'build',
      ],
      { cwd: join(root, 'packages/app') },
    );
    if (code !== 0) throw new Complaint('The pages could not be built.');
  });
  writeFileSync(stamp, wanted);
}

/** Every file under a path, but tests and what builds leave behind. */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
  return entries
    .filter(
      ({ name }) =>
        !/^(node_modules|dist|dist-types|coverage|__fixtures__)$|\.test\./.test(
          name,
        ),
    )
    .flatMap(({ name }) => filesUnder(join(path, name)));
}

/** Runs a program; what it prints is shown only where it fails. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', code => {
      if (code !== 0) process.stderr.write(output);
      resolve(code ?? 1);
    });
  });
}
