// Provides Helm and kustomize, built from Go modules and cached outside the
// checkout, each under a key of its own. Prints the folder on standard output,
// progress on standard error.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir, hashFiles } from '../../../scripts/lib/cache.mjs';
import { buildTools, printFolder } from '../../lib/goTools.mjs';

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
  buildTools({
    module: here,
    dir,
    tools,
    missing:
      'The delivery tests need Go 1.26 or newer to build Helm and kustomize.',
  });
  return dir;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printFolder(deliveryTools);
}
