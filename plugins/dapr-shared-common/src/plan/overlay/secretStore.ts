import type { OverlayEntry } from './types';
import { mapDaprd, withFlag } from './workload';

const FLAG = 'disable-builtin-k8s-secret-store';

/** No reading of Kubernetes Secrets through the Dapr API. */
export const secretStore: OverlayEntry = {
  name: 'secret-store-disabled',
  why: 'Whoever reaches port 3500 could read Secrets of every namespace through the built-in secret store. Secrets that components refer to still work: the Dapr operator reads those.',
  appliesTo: ({ request: { overlay }, knowsFlag }) =>
    knowsFlag(FLAG) &&
    (overlay?.secretStore === 'disabled' || overlay?.identity !== undefined),
  apply: objects =>
    mapDaprd(objects, container => withFlag(container, `--${FLAG}`)),
};
