import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from './cache.mjs';
import { npmRegistry } from './node.mjs';
import { Complaint, step } from './say.mjs';

const yarn = '.yarn/releases/yarn-4.13.0.cjs';

/** Installs the dependencies unless they are those of the lockfile already. */
export async function installDependencies(root, node) {
  const manifests = workspaces(root).map(dir => join(dir, 'package.json'));
  const inputs = ['package.json', 'yarn.lock', '.yarnrc.yml', ...manifests];
  const wanted = hashFiles(inputs.sort().map(file => join(root, file)));
  const stamp = join(root, 'node_modules', '.installed-for');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Installing dependencies', () => install(root, node));
  writeFileSync(stamp, wanted);
}

/** Folders of the workspaces, as package.json lists them. */
function workspaces(root) {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  return JSON.parse(manifest).workspaces.flatMap(entry => {
    if (!entry.endsWith('/*')) return [entry];
    const group = entry.slice(0, -2);
    return readdirSync(join(root, group)).map(name => join(group, name));
  });
}

function install(root, node) {
  const registry = npmRegistry();
  return new Promise((resolve, reject) => {
    const child = spawn(node, [yarn, 'install', '--immutable'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(registry ? { YARN_NPM_REGISTRY_SERVER: registry } : {}),
        // A registry on plain http is refused otherwise.
        ...(registry?.startsWith('http:')
          ? { YARN_UNSAFE_HTTP_WHITELIST: new URL(registry).hostname }
          : {}),
      },
    });
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
      // What Yarn does, without the hundred warnings on peers of peers.
      for (const line of String(chunk).split('\n')) {
        if (/┌ /.test(line)) process.stdout.write(`  ${line}\n`);
      }
    });
    child.stderr.on('data', chunk => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', code => {
      if (code === 0) resolve();
      else {
        writeFileSync(join(root, 'install.log'), output);
        reject(
          new Complaint(
            `The dependencies could not be installed. Is the network there, and ${
              registry ?? 'the npm registry'
            } reachable? What Yarn said is in install.log.`,
          ),
        );
      }
    });
  });
}
