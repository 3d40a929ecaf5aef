import type { Circumstances } from '../circumstances';
import { serviceOf } from '../address';

/** A value of the chart: what it should be, and what it is where that is known. */
export interface Setting {
  key: string;
  should: string;
  is: string | undefined;
}

/** `Set KEY: VALUE, …`, without what is so already; undefined where all of it is. */
export function setWhatDiffers(
  settings: readonly Setting[],
): string | undefined {
  const wrong = settings.filter(({ should, is }) => is !== should);
  return wrong.length > 0
    ? `Set ${wrong.map(({ key, should }) => `${key}: ${should}`).join(', ')}`
    : undefined;
}

/** Where the workload is right and its pods are not: they are from before the change. */
export function restartFix(seen: Circumstances): string {
  return `Restart the pods that were started before the workload was changed: ${restart(seen)}.`; // prettier-ignore
}

/** Where a part of the control plane shows a certificate that the pods do not trust. */
export function untrustedFix(seen: Circumstances): string {
  return `Restart the pods, so that they take up the trust anchors of today: ${restart(seen)}. If it stays, its address leads to something else, or control plane namespace and trust domain are not those of the control plane.`; // prettier-ignore
}

function restart({ workload, input }: Circumstances): string {
  return `kubectl rollout restart ${workload.kind.toLowerCase()} ${workload.name} -n ${input.instance.namespace}`; // prettier-ignore
}

/** What to do where the cluster's DNS does not know a Service of the control plane. */
export function unservedFix(
  host: string | undefined,
  { input, clusterDomain }: Circumstances,
): string | undefined {
  const service =
    host && serviceOf(host, input.instance.namespace, clusterDomain);
  return service
    ? `Check that Dapr is installed there: kubectl get service ${service.name} -n ${service.namespace}. If it is not, correct the addresses under shared.controlPlane; if it is, the DNS of the cluster does not answer for it, or its domain is not ${clusterDomain}.`
    : undefined;
}
