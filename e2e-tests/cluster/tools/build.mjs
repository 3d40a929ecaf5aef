// Provides etcd and kube-apiserver: those that KUBEBUILDER_ASSETS names (the
// convention of envtest), else built from Go modules and cached outside the
// checkout. Prints the folder on standard output, progress on standard error.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, hashFiles } from '../../../scripts/lib/cache.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const version = /k8s\.io\/kubernetes (v\S+)/.exec(
  readFileSync(join(here, 'go.mod'), 'utf8'),
)[1];
const [major, minor] = version.slice(1).split('.');

// Without these the API server calls itself v0.0.0 and clients refuse it.
const stamp = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version']
  .flatMap(pkg => [
    `-X ${pkg}.gitVersion=${version}`,
    `-X ${pkg}.gitMajor=${major}`,
    `-X ${pkg}.gitMinor=${minor}`,
  ])
  .join(' ');

const tools = {
  etcd: 'go.etcd.io/etcd/server/v3',
  'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
};

/** The folder that holds the tools; builds those that are absent. */
export function kubeTools() {
  const given = process.env.KUBEBUILDER_ASSETS;
  if (given) {
    for (const name of Object.keys(tools)) {
      if (!existsSync(join(given, name))) {
        throw new Error(
          `KUBEBUILDER_ASSETS is ${given}, but there is no ${name} in it. Unset it to have the tools built.`,
        );
      }
    }
    return given;
  }
  const dir = cacheDir(
    'kube-tools',
    hashFiles(['go.mod', 'go.sum', 'build.mjs'].map(f => join(here, f))),
  );
  for (const [name, pkg] of Object.entries(tools)) build(dir, name, pkg);
  return dir;
}

function build(dir, name, pkg) {
  const target = join(dir, name);
  if (existsSync(target)) return;
  if (spawnSync('go', ['version']).status !== 0) {
    throw new Error(
      'The cluster tests need Go 1.26 or newer to build etcd and kube-apiserver, or KUBEBUILDER_ASSETS naming a folder that has them.',
    );
  }
  mkdirSync(dir, { recursive: true });
  const partial = `${target}.${process.pid}`;
  process.stderr.write(`Building ${name} ${pkg}, once …\n`);
  const started = Date.now();
  const result = spawnSync(
    'go',
    // prettier-ignore
    ['build', '-trimpath', '-buildvcs=false', '-ldflags', `-s -w ${stamp}`, '-o', partial, pkg],
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
    process.stdout.write(`${kubeTools()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
