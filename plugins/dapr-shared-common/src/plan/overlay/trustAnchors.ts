import type { KubeObject } from '../../objects';
import { checksum } from '../names';
import type { CaSource } from './choices';
import type { OverlayContext } from './types';

/** The ConfigMap and key with the CA's certificate, and what makes it. */
interface TrustAnchors {
  name: string;
  key: string;
  objects: KubeObject[];
}

const KEY = 'ca.crt';

/** Where Dapr's control plane publishes the certificate, in its own namespace. */
const DAPR_TRUST_BUNDLE = 'dapr-trust-bundle';

export function trustAnchors(
  ca: CaSource,
  { releaseName, namespace }: OverlayContext,
): TrustAnchors {
  switch (ca.from) {
    case 'config-map':
      return { name: ca.name, key: ca.key ?? KEY, objects: [] };
    case 'certificate': {
      // Another certificate, another name: the pods restart, as they must,
      // since daprd reads it from its environment.
      const name = `${releaseName}-ca-${checksum(ca.pem).slice(0, 8)}`;
      const configMap = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace },
        data: { [KEY]: ca.pem },
      };
      return { name, key: KEY, objects: [configMap] };
    }
    default: {
      const name = `${releaseName}-ca`;
      return { name, key: KEY, objects: [bundle(name, namespace)] };
    }
  }
}

/** trust-manager writes a ConfigMap of the Bundle's name. Source: cert-manager, trust-manager API. */
function bundle(name: string, namespace: string): KubeObject {
  return {
    apiVersion: 'trust.cert-manager.io/v1alpha1',
    kind: 'Bundle',
    metadata: { name },
    spec: {
      sources: [{ configMap: { name: DAPR_TRUST_BUNDLE, key: KEY } }],
      target: {
        configMap: { key: KEY },
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': namespace },
        },
      },
    },
  };
}
