import type { FindingCode } from '../types';

const secretScopes = 'https://docs.dapr.io/operations/configuration/secret-scope/'; // prettier-ignore
const apiToken = 'https://docs.dapr.io/operations/security/api-token/';

export const openSecretStore: FindingCode = {
  code: 'DS401',
  severity: 'high',
  title: 'Any pod can read the Secrets of the cluster',
  seen: 'A GET of :3500/v1.0/secrets/kubernetes/NAME?metadata.namespace=NS, from any pod and without credentials, answers with the Secret: the built-in secret store is on, the API asks for no token, and the ServiceAccount may read Secrets everywhere.',
  fix: 'Ask for the hardened identity (overlay.identity); else disable the store (overlay.secretStore) and name a Secret with a token (overlay.tokenSecret).',
  links: [secretScopes, apiToken],
};

export const issuerKey: FindingCode = {
  code: 'DS402',
  severity: 'medium',
  title: "The private key of Dapr's CA lies in a ConfigMap",
  seen: "Whoever may read ConfigMaps in the namespace can mint identities of any Dapr app: the init container copies the issuer's key there.",
  fix: "Ask for the hardened identity (overlay.identity), which needs the CA's certificate alone.",
  links: ['https://docs.dapr.io/operations/security/mtls/'],
};

export const clearToken: FindingCode = {
  code: 'DS403',
  severity: 'high',
  title: 'An API token is written in clear text',
  seen: 'Whoever reads the repository or the workload has the token and, with it, all that the Dapr API gives.',
  fix: 'Change the token, put it into a Secret that is not in Git, and name that in overlay.tokenSecret.',
  links: [apiToken],
};

export const leftoverKey: FindingCode = {
  code: 'DS411',
  severity: 'medium',
  title: 'A ConfigMap stays behind',
  seen: "After the instance was removed, a ConfigMap with the private key of Sentry's issuer is still there.",
  fix: 'Delete the ConfigMap after the instance, or ask for the hardened identity.',
};

export const widelyReadableSecrets: FindingCode = {
  code: 'DS451',
  severity: 'high',
  title: 'A ServiceAccount could read every Secret',
  seen: 'Other pods that run under the same ServiceAccount can read Secrets of the whole cluster.',
  fix: 'Ask for the hardened identity (overlay.identity), which needs no permission, or let the chart make a ServiceAccount.',
};

export const openToOutside: FindingCode = {
  code: 'DS452',
  severity: 'high',
  title: 'The Dapr API is open to the outside',
  seen: 'Whoever reaches a node or the load balancer can publish, invoke and read as the app.',
  fix: 'Leave shared.service.type at ClusterIP, or name a Secret with a token in overlay.tokenSecret.',
  links: [apiToken],
};

export const policyRequires: FindingCode = {
  code: 'DS453',
  severity: 'critical',
  title: 'Policy requires something else',
  seen: 'No files are written: the platform requires what the request does not have.',
  fix: 'Change it as the policy asks.',
};

export const policyRefuses: FindingCode = {
  code: 'DS454',
  severity: 'critical',
  title: 'Policy refuses the request',
  seen: 'No files are written: the platform refuses what the request has.',
  fix: 'Change it as the policy asks.',
};

/** What others could do by way of the instance, and what the platform forbids. */
export const securityCodes: readonly FindingCode[] = [
  openSecretStore,
  issuerKey,
  clearToken,
  leftoverKey,
  widelyReadableSecrets,
  openToOutside,
  policyRequires,
  policyRefuses,
];
