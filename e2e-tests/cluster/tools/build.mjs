// Provides etcd and kube-apiserver: those that KUBEBUILDER_ASSETS names (the
// convention of envtest), else built from Go modules and cached outside the
// checkout. Prints the folder on standard output, progress on standard error.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, hashFiles } from '../../../scripts/lib/cache.mjs';
import { buildTools, printFolder } from '../../lib/goTools.mjs';

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
  buildTools({
    module: here,
    dir,
    tools,
    stamp,
    missing:
      'The cluster tests need Go 1.26 or newer to build etcd and kube-apiserver, or KUBEBUILDER_ASSETS naming a folder that has them.',
  });
  return dir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) printFolder(kubeTools);
