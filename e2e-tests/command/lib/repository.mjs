import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mustRun } from './run.mjs';

const identity = { name: 'Platform', email: 'platform@example.com' };

/** A GitOps repository with the packages installed beside its clusters. */
export function makeRepository(folder, packed) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  mustRun(folder, 'npm', ['install', ...quiet, ...packed]);
  mustRun(folder, 'git', ['init', '--quiet', '--initial-branch', 'main']);
  mustRun(folder, 'git', ['config', 'user.name', identity.name]);
  mustRun(folder, 'git', ['config', 'user.email', identity.email]);
}

/**
 * Writes an instance as the portal does for Flux, from the installed package.
 *
 * @returns the folder it is in
 */
export function writeInstance(folder, appId) {
  const require = createRequire(join(folder, 'package.json'));
  const {
    DEFAULT_INSTANCE_PATH,
    deliver,
    instanceFolder,
    plan,
  } = require('backstage-plugin-dapr-shared-common');
  const target = { cluster: 'prod-eu', namespace: 'shop' };
  const request = {
    appId,
    target,
    app: { port: 8080, protocol: 'http' },
    strategy: 'deployment',
    replicas: 2,
    overlay: { identity: { ca: { from: 'config-map', name: 'dapr-ca' } } },
  };
  const controlPlane = { namespace: 'dapr-system', version: '1.18.3' };
  const layout = {
    name: 'platform',
    repository: 'https://git.example/platform/gitops',
    branch: 'main',
    path: DEFAULT_INSTANCE_PATH,
  };
  const { files } = deliver('flux', plan(request, { controlPlane }), layout);
  const instance = instanceFolder(layout, { ...target, appId });
  for (const { path, content } of files) {
    const file = join(folder, instance, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return instance;
}
