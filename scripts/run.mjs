// What `npm start`, `npm test` and the other commands run. Plain Node ≥ 18 and
// no dependency, since it is what brings the right Node and the dependencies.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './lib/app.mjs';
import { Children } from './lib/children.mjs';
import { installDependencies } from './lib/install.mjs';
import { findNode, lastLines } from './lib/node.mjs';
import { checkPorts } from './lib/ports.mjs';
import { Complaint, say } from './lib/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
const configs = ['app-config.yaml', 'app-config.sandbox.yaml'].flatMap(file => [
  '--config',
  join(root, file),
]);
const devConfig = ['--config', join(root, 'app-config.dev.yaml')];
const portalUrl = 'http://localhost:7007';
const sandboxPorts = {
  7010: 'Git host of the sandbox',
  7011: 'cluster prod-eu of the sandbox',
  7012: 'cluster staging of the sandbox',
  7013: 'cluster lab of the sandbox',
};
const children = new Children();

const commands = {
  /** Portal and sandbox, the pages built once. */
  async start() {
    await checkPorts({ 7007: 'portal', ...sandboxPorts });
    const node = await setUp();
    await buildApp(root, node);
    if (children.stopping) return 0;
    say('• Starting portal and sandbox …');
    const ended = Promise.race([
      sandbox(node),
      transformed(node, 'portal', 'packages/backend', 'src/index.ts', configs),
    ]);
    const ready = await Promise.race([
      answers(`${portalUrl}/.backstage/health/v1/readiness`),
      ended,
    ]);
    if (ready === true) {
      say(`\nPortal    ${portalUrl}`);
      say('Sandbox   http://localhost:7010');
      say('Logs      portal.log, sandbox.log');
      say('Press Ctrl-C to stop.\n');
    }
    return stopped(ended);
  },

  /** Portal with hot reloading, and sandbox. */
  async dev() {
    await checkPorts({ 3000: 'pages', 7007: 'backend', ...sandboxPorts });
    const node = await setUp();
    return stopped(
      Promise.race([
        sandbox(node),
        children.start(
          'portal',
          node,
          [cli, 'repo', 'start', ...configs, ...devConfig],
          { cwd: root, env: environment(node) },
        ),
      ]),
    );
  },

  /** Unit and backend tests; arguments go to jest. */
  async test(args) {
    const node = await setUp();
    const scripts = await children.start(
      'test',
      node,
      ['--test', 'scripts/**/*.test.mjs'],
      {
        cwd: root,
        env: environment(node),
      },
    );
    if (children.stopping) return 1;
    const jest = await children.start(
      'jest',
      node,
      [cli, 'repo', 'test', '--watchAll=false', ...args],
      {
        cwd: root,
        env: {
          ...environment(node),
          // @kubernetes/client-node is an ES module.
          NODE_OPTIONS: `${
            process.env.NODE_OPTIONS ?? ''
          } --experimental-vm-modules --no-warnings`,
        },
      },
    );
    return scripts || jest;
  },

  /** Any other program, with the right Node first on the path. */
  async exec([program, ...args]) {
    const node = await setUp();
    return children.start(program, program, args, {
      cwd: root,
      env: environment(node),
      stdio: 'inherit',
    });
  },
};

async function setUp() {
  if (spawnSync('git', ['--version']).status !== 0) {
    throw new Complaint('Git is missing. Install it, then try again.');
  }
  const node = await findNode();
  await installDependencies(root, node);
  return node;
}

function environment(node) {
  const path = [
    dirname(node),
    join(root, 'node_modules/.bin'),
    process.env.PATH,
  ];
  return { ...process.env, PATH: path.join(delimiter) };
}

function sandbox(node) {
  return transformed(node, 'sandbox', 'packages/sandbox', 'src/main.ts', []);
}

/** Runs a TypeScript program of a package; what it logs goes to `<name>.log`. */
async function transformed(node, name, folder, entry, args) {
  const cwd = join(root, folder);
  const cliConfig = join(root, 'node_modules/@backstage/cli/config');
  const log = join(root, `${name}.log`);
  const file = openSync(log, 'w');
  const code = await children.start(
    name,
    node,
    [
      '--require',
      join(cliConfig, 'nodeTransform.cjs'),
      '--no-warnings',
      join(cwd, entry),
      ...args,
    ],
    {
      cwd,
      stdio: ['ignore', file, file],
      env: { ...environment(node), NODE_ENV: 'development' },
    },
  );
  closeSync(file);
  if (!children.stopping) {
    say(`✗ The ${name} stopped by itself. The end of ${name}.log:`);
    say(lastLines(readFileSync(log, 'utf8'), 20));
  }
  return code;
}

/** Resolves with true as soon as an address answers well. */
async function answers(url) {
  while (!children.stopping) {
    try {
      const { ok } = await fetch(url);
      if (ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  return false;
}

/** When one ended by itself, the others are stopped and its code is ours. */
async function stopped(ended) {
  const code = await ended;
  const asked = children.stopping;
  await children.stop();
  return asked ? 0 : code || 1;
}

const [command = '', ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(commands, command)) {
    throw new Complaint(
      `There is no command "${command}". Commands: ${Object.keys(commands).join(
        ', ',
      )}.`,
    );
  }
  process.exitCode = await commands[command](args);
} catch (error) {
  process.stderr.write(
    error instanceof Complaint ? `✗ ${error.message}\n` : `${error.stack}\n`,
  );
  process.exitCode = 1;
}
// A stray handle must not keep a finished command alive.
process.exit();
