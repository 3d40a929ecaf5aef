import {
  readControlPlane,
  readMtls,
} from 'backstage-plugin-dapr-shared-common';
import type { ObjectIndex } from '../kube';

/** Dapr's control plane as daprd meets it. */
export interface ControlPlane {
  namespace: string;
  version: string;
  trustDomain: string;
}

/** Read from the cluster's objects; undefined where Dapr is not installed. */
export function findControlPlane(
  objects: ObjectIndex,
): ControlPlane | undefined {
  const found = readControlPlane(objects.ofKind('Deployment'));
  if (!found) return undefined;
  const { namespace, version = '0.0.0' } = found;
  const { trustDomain = 'cluster.local' } = readMtls(
    objects.get('Configuration', namespace, 'daprsystem'),
  );
  return { namespace, version, trustDomain };
}
