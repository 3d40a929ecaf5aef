import { asArray, asString, at, type KubeObject } from '../../objects';
import { openSecretStore } from '../codes/security';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { apiToken, initConfigMap, isOn, podSpec, tokenInWords } from './read';
import type { Check } from './types';

export const secretStoreCheck: Check = {
  code: openSecretStore,
  run: input => {
    const token = apiToken(input);
    if (
      token.state === 'set' ||
      isOn(input, 'disable-builtin-k8s-secret-store') ||
      !readsSecrets(input)
    ) {
      return undefined;
    }
    const account = accountOf(input);
    return finding(openSecretStore, {
      severity: token.state === 'none' ? 'high' : 'medium',
      cause: `The built-in secret store of ${input.instance.appId} is on, ServiceAccount ${account} may read Secrets of every namespace, and ${tokenInWords(token)}.`, // prettier-ignore
      evidence: '--disable-builtin-k8s-secret-store is not among the arguments',
    });
  },
};

function accountOf(input: CheckInput): string {
  return asString(at(podSpec(input), 'serviceAccountName')) || 'default';
}

/** The chart's init container needs the permission; else the roles that came along tell. */
function readsSecrets(input: CheckInput): boolean {
  if (at(podSpec(input), 'automountServiceAccountToken') === false) {
    return false;
  }
  return initConfigMap(input) !== undefined || isGranted(input);
}

function isGranted(input: CheckInput): boolean {
  const { objects = [], instance } = input;
  const reading = objects.filter(isSecretReader).map(nameOf);
  return objects.some(
    object =>
      object.kind === 'ClusterRoleBinding' &&
      reading.includes(at(object, 'roleRef', 'name')) &&
      asArray(at(object, 'subjects')).some(
        subject =>
          at(subject, 'name') === accountOf(input) &&
          at(subject, 'namespace') === instance.namespace,
      ),
  );
}

function isSecretReader(object: KubeObject): boolean {
  const has = (rule: unknown, field: string, word: string) =>
    asArray(at(rule, field)).some(entry => entry === word || entry === '*');
  return (
    object.kind === 'ClusterRole' &&
    asArray(object.rules).some(
      rule => has(rule, 'resources', 'secrets') && has(rule, 'verbs', 'get'),
    )
  );
}

function nameOf(object: KubeObject): unknown {
  return at(object, 'metadata', 'name');
}
