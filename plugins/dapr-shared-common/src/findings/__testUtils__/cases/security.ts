import type { KubeObject } from '../../../objects';
import * as codes from '../../codes/security';
import {
  arg,
  changed,
  chartsOwn,
  deployment,
  env,
  inputOf,
  pod,
  spec,
  without,
} from '../input';
import type { Change } from '../input';
import type { FiringCase, QuietCase } from './types';

const NAME = 'orders-644f7b8c-dapr-shared-chart';
const FLAG = 'disable-builtin-k8s-secret-store';
const TOKEN = 'DAPR_API_TOKEN';

const open = {
  cause: `The built-in secret store of orders is on, ServiceAccount ${NAME} may read Secrets of every namespace, and the API asks for no token.`, // prettier-ignore
  evidence: `--${FLAG} is not among the arguments`,
};
const unread = `no token is known of: Secret ${NAME} could not be looked into, and the chart leaves it empty unless shared.daprd.token is set`; // prettier-ignore

/** The chart's Secret with something in it. */
const secret =
  (fields: object): Change =>
  objects =>
    objects.map(object => object.kind === 'Secret' ? { ...object, data: {}, ...fields } : object); // prettier-ignore
/** A name for another Secret, so that what it holds does not count. */
const moved =
  (metadata: object): Change =>
  objects =>
    objects.map(object => object.kind === 'Secret' ? { ...object, metadata: { ...object.metadata, ...metadata } } : object); // prettier-ignore

const role = (rule: object): KubeObject => ({ kind: 'ClusterRole', metadata: { name: 'r' }, rules: [{ resources: ['pods'], verbs: ['get'] }, rule] }); // prettier-ignore
const binding = (subject: object, roleName = 'r'): KubeObject => ({ kind: 'ClusterRoleBinding', roleRef: { name: roleName }, subjects: [{ name: 'x' }, subject] }); // prettier-ignore
const reader = role({ resources: ['secrets'], verbs: ['list', 'get'] });
const own = binding({ name: NAME, namespace: 'shop' });

/** Without init container, token and lock, and with these roles. */
const granted = (...roles: KubeObject[]) => {
  const objects = changed(deployment, arg(FLAG, undefined), env(TOKEN, undefined), pod({ automountServiceAccountToken: true })); // prettier-ignore
  return inputOf(objects, { objects: [...objects, ...roles] });
};

export const securityFiring: readonly FiringCase[] = [
  {
    code: codes.openSecretStore,
    when: "the chart's Secret is empty",
    input: inputOf(chartsOwn),
    found: open,
    also: ['DS402'],
  },
  {
    code: codes.openSecretStore,
    when: 'the Secret is that of another namespace',
    input: inputOf(changed(chartsOwn, moved({ namespace: 'stock' }), secret({ data: { 'dapr-api-token': 'eA==' } }))), // prettier-ignore
    found: { ...open, severity: 'medium', cause: open.cause.replace('the API asks for no token', unread) }, // prettier-ignore
    also: ['DS402'],
  },
  {
    code: codes.openSecretStore,
    when: 'the Secret could not be read',
    input: inputOf(chartsOwn, { objects: undefined }),
    found: { ...open, severity: 'medium', cause: open.cause.replace('the API asks for no token', unread) }, // prettier-ignore
    also: ['DS402'],
  },
  {
    code: codes.openSecretStore,
    when: 'another key of the Secret is meant',
    input: inputOf(changed(chartsOwn, secret({ data: { x: 'eA==' } }))),
    found: open,
    also: ['DS402'],
  },
  {
    code: codes.openSecretStore,
    when: 'the account is not named',
    input: inputOf(changed(chartsOwn, pod({ serviceAccountName: undefined }), env(TOKEN, { value: '' }))), // prettier-ignore
    found: { ...open, cause: open.cause.replace(NAME, 'default') },
    also: ['DS402', 'DS451'],
  },
  {
    code: codes.openSecretStore,
    when: 'a role that came along grants it',
    input: granted(reader, own),
    found: open,
  },
  {
    code: codes.openSecretStore,
    when: 'a role that came along grants everything',
    input: granted(role({ resources: ['*'], verbs: ['*'] }), own),
    found: open,
  },
  {
    code: codes.issuerKey,
    when: 'there is an init container',
    input: inputOf(changed(chartsOwn, arg(FLAG, 'true'))),
    found: {
      cause: "The init container copies the private key of Sentry's issuer into ConfigMap orders-644f7b8c-shared-cm of shop: whoever may read ConfigMaps there can mint identities of any Dapr app.", // prettier-ignore
      evidence: '--config-map=orders-644f7b8c-shared-cm',
    },
  },
  {
    code: codes.clearToken,
    when: 'it is a value of the workload',
    input: inputOf(changed(deployment, env(TOKEN, { value: 'x' }), env('APP_API_TOKEN', { value: 'y' }))), // prettier-ignore
    found: {
      cause: `It stands in variable DAPR_API_TOKEN of ${NAME} and variable APP_API_TOKEN of ${NAME}.`, // prettier-ignore
      evidence: `variable DAPR_API_TOKEN of ${NAME}, variable APP_API_TOKEN of ${NAME}`, // prettier-ignore
    },
  },
  {
    code: codes.clearToken,
    when: 'it was rendered from values',
    input: inputOf(changed(chartsOwn, secret({ data: { 'dapr-api-token': 'eA==' }, stringData: { 'app-api-token': 'y' } }))), // prettier-ignore
    found: {
      cause: `It stands in key dapr-api-token of Secret ${NAME} and key app-api-token of Secret ${NAME}.`, // prettier-ignore
      evidence: `key dapr-api-token of Secret ${NAME}, key app-api-token of Secret ${NAME}`, // prettier-ignore
    },
    also: ['DS402'],
  },
  ...['default', ''].map(serviceAccountName => ({
    code: codes.widelyReadableSecrets,
    when: `it is "${serviceAccountName}"`,
    input: inputOf(changed(chartsOwn, arg(FLAG, ''), pod({ serviceAccountName }))), // prettier-ignore
    found: {
      title: 'ServiceAccount default could read every Secret',
      cause: 'daprd runs under it, and the chart binds a ClusterRole on secrets to it: every pod of shop that names no other could read Secrets of the whole cluster.', // prettier-ignore
      evidence: 'serviceAccountName: default',
    },
    also: ['DS402'],
  })),
  ...['NodePort', 'LoadBalancer'].map(type => ({
    code: codes.openToOutside,
    when: `the Service is a ${type}`,
    input: inputOf(changed(deployment, spec('Service', { type }), env(TOKEN, undefined))), // prettier-ignore
    found: {
      cause: `Service orders-dapr is of type ${type}, and the API asks for no token.`, // prettier-ignore
      evidence: `spec.type: ${type}`,
    },
  })),
  {
    code: codes.openToOutside,
    when: 'the Secret could not be read',
    input: inputOf(changed(chartsOwn, spec('Service', { type: 'NodePort' }), arg(FLAG, '')), { objects: [] }), // prettier-ignore
    found: {
      severity: 'medium',
      cause: `Service orders-dapr is of type NodePort, and ${unread}.`,
      evidence: 'spec.type: NodePort',
    },
    also: ['DS402'],
  },
];

export const securityQuiet: readonly QuietCase[] = [
  ['an open store with a token for all to see', inputOf(changed(chartsOwn, env(TOKEN, { value: 'x' }))), ['DS402', 'DS403']], // prettier-ignore
  ['an open store with a token in a rendered Secret', inputOf(changed(chartsOwn, secret({ stringData: { 'dapr-api-token': 'x' } }))), ['DS402', 'DS403']], // prettier-ignore
  ["a token in the chart's Secret", inputOf(changed(chartsOwn, secret({ data: { 'dapr-api-token': 'eA==' } }), moved({ uid: '1', namespace: 'shop' }))), ['DS402']], // prettier-ignore
  ['a token in another Secret', inputOf(changed(chartsOwn, env(TOKEN, { valueFrom: { secretKeyRef: { name: 'own', key: 'x' } } }))), ['DS402']], // prettier-ignore
  ['no permission of a daprd of its own', granted()],
  ['the permission of another account', granted(reader, binding({ name: 'other', namespace: 'shop' }))], // prettier-ignore
  ['the permission of an account elsewhere', granted(reader, binding({ name: NAME, namespace: 'stock' }))], // prettier-ignore
  ['the permission of another role', granted(reader, binding({ name: NAME, namespace: 'shop' }, 'other'))], // prettier-ignore
  ['a permission to list', granted(role({ resources: ['secrets'], verbs: ['list'] }), own)], // prettier-ignore
  ['a permission on ConfigMaps', granted(role({ resources: ['configmaps'], verbs: ['get'] }), own)], // prettier-ignore
  ['a Role of one namespace', granted({ ...reader, kind: 'Role' }, own)],
  ['a pod that may not ask the API server', inputOf(changed(chartsOwn, pod({ automountServiceAccountToken: false }))), ['DS402']], // prettier-ignore
  ['the Secret of something else', inputOf(changed(chartsOwn, arg(FLAG, ''), moved({ name: 'x' }), secret({ data: { 'dapr-api-token': 'eA==' } }))), ['DS402']], // prettier-ignore
  ['an account of its own', inputOf(changed(chartsOwn, arg(FLAG, ''))), ['DS402']], // prettier-ignore
  ['the default account without permission', inputOf(changed(deployment, pod({ serviceAccountName: 'default' })))], // prettier-ignore
  ['an open door with a lock', inputOf(changed(deployment, spec('Service', { type: 'NodePort' })))], // prettier-ignore
  ['a closed door without a lock', inputOf(changed(deployment, env(TOKEN, undefined)))], // prettier-ignore
  ['a door that is not known', inputOf(changed(deployment, env(TOKEN, undefined), without('Service')), { services: undefined })], // prettier-ignore
];
