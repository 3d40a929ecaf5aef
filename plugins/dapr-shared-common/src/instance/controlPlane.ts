import type { ControlPlane } from '../api/dto';
import {
  asRecord,
  asString,
  asStringMap,
  at,
  type KubeObject,
} from '../objects';

/**
 * Dapr's control plane among the workloads of a cluster, known by its operator
 * Deployment; null where there is none.
 *
 * @param deployments - the cluster's Deployments
 * @public
 */
export function readControlPlane(
  deployments: Iterable<KubeObject>,
): ControlPlane | null {
  for (const deployment of deployments) {
    const namespace = asString(at(deployment, 'metadata', 'namespace'));
    if (at(deployment, 'metadata', 'name') === 'dapr-operator' && namespace) {
      const labels = asStringMap(at(deployment, 'metadata', 'labels'));
      const version = labels['app.kubernetes.io/version'];
      return { namespace, ...(version ? { version } : {}) };
    }
  }
  return null;
}

/**
 * What Configuration `daprsystem` says of mTLS. Empty where it says nothing.
 *
 * @public
 */
export function readMtls(
  configuration: unknown,
): Pick<ControlPlane, 'trustDomain' | 'mtls'> {
  const mtls = asRecord(at(configuration, 'spec', 'mtls'));
  const trustDomain = asString(mtls?.controlPlaneTrustDomain);
  return {
    ...(trustDomain ? { trustDomain } : {}),
    ...(typeof mtls?.enabled === 'boolean' ? { mtls: mtls.enabled } : {}),
  };
}
