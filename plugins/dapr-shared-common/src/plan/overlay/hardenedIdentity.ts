import { isHook } from '../../chart';
import { asArray, at, type KubeObject } from '../../objects';
import { trustAnchors } from './trustAnchors';
import type { OverlayEntry } from './types';
import { mapDaprd, mapPod, withVariable } from './workload';

const RBAC_GROUP = 'rbac.authorization.k8s.io/';

/** What only the init container used. */
const INIT_VOLUME = 'shared-data';

/**
 * daprd proves who it is by its token and needs the CA's certificate alone.
 * Source: dapr/dapr, security package since 1.14; seen with daprd 1.18.1,
 * Sentry and the operator.
 */
export const hardenedIdentity: OverlayEntry = {
  name: 'hardened-identity',
  why: "The chart's init container copies the private key of Dapr's CA into a ConfigMap, may read every Secret of the cluster for it, and races with other pods of the instance. daprd needs none of this, only the CA's certificate. After the CA's root was rotated, the pods must be restarted.",
  appliesTo: ({ request: { overlay } }) => overlay?.identity !== undefined,
  apply: (objects, context) => {
    const { identity } = context.choices;
    if (!identity) return [...objects];
    const anchors = trustAnchors(identity.ca, context);
    const kept = objects.filter(object => !isPermission(object) && !isHook(object)); // prettier-ignore
    const bare = mapPod(kept, ({ initContainers: _, ...pod }) => ({
      ...pod,
      // Its own token for Sentry is another volume.
      automountServiceAccountToken: false,
      volumes: asArray(pod.volumes).filter(
        volume => at(volume, 'name') !== INIT_VOLUME,
      ),
    }));
    const { name, key } = anchors;
    const trusting = mapDaprd(bare, container =>
      withVariable(container, {
        name: 'DAPR_TRUST_ANCHORS',
        valueFrom: { configMapKeyRef: { name, key } },
      }),
    );
    return [...trusting, ...anchors.objects];
  },
};

/** Roles and their bindings: all of the chart's are for the init container and the secret store. */
function isPermission({ apiVersion = '' }: KubeObject): boolean {
  return apiVersion.startsWith(RBAC_GROUP);
}
