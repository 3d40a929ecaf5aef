// Provides Helm and kustomize, built from Go modules and cached outside the
// checkout, each under a key of its own. Prints the folder on standard output,
// progress on standard error.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, hashFiles } from '../../../scripts/lib/cache.mjs';

const here = dirname(fileURLToPath(import.meta.url));

const tools = {
  helm: 'helm.sh/helm/v3/cmd/helm',
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5',
};

/** The folder that holds the tools; builds those that are absent. */
export function deliveryTools() {
  const dir = cacheDir(
    'delivery-tools',
    hashFiles(['go.mod', 'go.sum'].map(file => join(here, file))),
  );
  for (const [name, pkg] of Object.entries(tools)) build(dir, name, pkg);
  return dir;
}

function build(dir, name, pkg) {
  const target = join(dir, name);
  if (existsSync(target)) return;
  if (spawnSync('go', ['version']).status !== 0) {
    throw new Error(
      'The delivery tests need Go 1.26 or newer to build Helm and kustomize.',
    );
  }
  mkdirSync(dir, { recursive: true });
  const partial = `${target}.${process.pid}`;
  process.stderr.write(`Building ${name} ${pkg}, once …\n`);
  const started = Date.now();
  const result = spawnSync(
    'go',
    // prettier-ignore
    ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', partial, pkg],
    {
      cwd: here,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    },
  );
  if (result.status !== 0) {
    rmSync(partial, { force: true });
    throw new Error(`Building ${name} failed.`);
  }
  renameSync(partial, target);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stderr.write(`Built ${name} in ${seconds} s\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${deliveryTools()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
