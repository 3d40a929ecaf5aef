import type { CaSource } from './overlay';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/; // prettier-ignore

/**
 * What is wrong with the source of the CA's certificate. What is to lie in Git
 * must be certificates and nothing else: a private key beside them would let
 * anybody mint identities.
 */
export function caProblem(ca: CaSource | undefined): string | undefined {
  switch (ca?.from) {
    case 'bundle':
    case 'config-map':
      return undefined;
    case 'certificate': {
      const pem = ca.pem ?? '';
      const rest = pem.replaceAll(new RegExp(CERTIFICATE, 'g'), '').trim();
      return CERTIFICATE.test(pem) && rest === ''
        ? undefined
        : 'must have certificates in PEM and nothing else. Copy key "ca.crt" of ConfigMap dapr-trust-bundle in the namespace of the control plane; never a private key.';
    }
    default:
      return 'must say where the certificate comes from: "bundle", "config-map" or "certificate" in its field "from".';
  }
}
