import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { PlanRequest } from './types';

/** Helm allows 53 characters: 44, `-` and 8. */
const APP_ID_PART = 44;

/**
 * Name of the Helm release. The chart names ClusterRoles after it, so it must
 * be unique in the cluster: two namespaces may use one app id.
 *
 * @public
 */
export function releaseName(namespace: string, appId: string): string {
  const hash = checksum(`${namespace}/${appId}`).slice(0, 8);
  return `${appId.slice(0, APP_ID_PART)}-${hash}`;
}

/**
 * SHA-256 of a text as UTF-8, in hex.
 *
 * @public
 */
export function checksum(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Host at which daprd reaches the app where the request names none: the
 * Service called like the app id.
 */
export function appHost(request: PlanRequest, clusterDomain: string): string {
  const { appId, target, app } = request;
  return app.host ?? `${appId}.${target.namespace}.svc.${clusterDomain}`;
}
