import { asRecord, at } from '../../objects';
import type { OverlayEntry } from './types';
import { mapDaprd, withVariable } from './workload';

/** The API token from a Secret that is there already. */
export const tokenSecret: OverlayEntry = {
  name: 'token-secret',
  why: "The chart takes an API token in clear text only, which would lie in Git. daprd now reads it from a Secret of the app's namespace, which must be there first; the chart's own Secret is left out. The app must send the same token.",
  appliesTo: ({ request: { overlay } }) => overlay?.tokenSecret !== undefined,
  apply: (objects, { choices: { tokenSecret: secret } }) => {
    if (!secret) return [...objects];
    const { name, key } = secret;
    const kept = objects.filter(object => !isTokenSecret(object));
    return mapDaprd(kept, container =>
      withVariable(container, {
        name: 'DAPR_API_TOKEN',
        valueFrom: { secretKeyRef: { name, key } },
      }),
    );
  },
};

/** The Secret that the chart makes for the token, and for nothing else. */
function isTokenSecret(object: { kind?: string }): boolean {
  const keys = Object.keys(asRecord(at(object, 'data')) ?? {});
  return object.kind === 'Secret' && keys.includes('dapr-api-token');
}
