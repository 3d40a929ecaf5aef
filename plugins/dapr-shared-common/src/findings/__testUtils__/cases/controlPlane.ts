import type { ControlPlane } from '../../../api';
import * as codes from '../../codes/controlPlane';
import {
  arg,
  changed,
  chartsOwn,
  container,
  controlPlane,
  deployment,
  env,
  initEnv,
  inputOf,
  pod,
} from '../input';
import type { FiringCase, QuietCase } from './types';

const having = (fields: Partial<ControlPlane>) => ({
  controlPlane: { ...controlPlane, ...fields },
});
const unknown = { controlPlane: undefined };

const image = (tag: string) => container({ image: `daprio/daprd:${tag}` });
const sentry = (address: string) => arg('sentry-address', address);
const SENTRY = 'dapr-sentry.dapr-system.svc.cluster.local';
const NAMESPACE = 'DAPR_CONTROLPLANE_NAMESPACE';
const TRUST_DOMAIN = 'DAPR_CONTROLPLANE_TRUST_DOMAIN';
const SCHEDULER = 'DAPR_SCHEDULER_HOST_ADDRESS';
const INIT_NAMESPACE = 'DAPR_CONTROL_PLANE_NAMESPACE';
const fromField = { valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }; // prettier-ignore

/** Another audience, or another kind of volume. */
const token = (source: unknown) =>
  pod({ volumes: [{ name: 'other' }, { name: 'dapr-identity-token', projected: { sources: [{}, source] } }] }); // prettier-ignore
const audience = (text?: string) => token({ serviceAccountToken: { audience: text } }); // prettier-ignore
const accepted = 'spiffe://cluster.local/ns/dapr-system/dapr-sentry';

/** What the chart's own identity entails. */
const usual = ['DS401', 'DS402'];

export const controlPlaneFiring: readonly FiringCase[] = [
  {
    code: codes.noControlPlane,
    when: 'none was found',
    input: inputOf(deployment, { controlPlane: null }),
    found: { cause: 'The cluster was read, and no dapr-operator runs on it.' },
  },
  {
    code: codes.sentryPort,
    when: 'the control plane is known',
    input: inputOf(changed(deployment, sentry(`${SENTRY}:80`))),
    found: {
      title: 'Sentry is called at port 80, which it does not have',
      cause: 'The control plane is 1.18.3, whose Sentry has port 443 alone.',
      fix: 'Set shared.controlPlane.sentry.port to 443.',
      evidence: `--sentry-address=${SENTRY}:80`,
    },
  },
  {
    code: codes.sentryPort,
    when: 'only daprd is known',
    input: inputOf(changed(deployment, sentry(`${SENTRY}:80`)), unknown),
    found: {
      title: 'Sentry is called at port 80, which it does not have',
      severity: 'medium',
      cause: 'Since Dapr 1.14 Sentry has port 443 alone. The version of the control plane is not known; daprd is 1.18.3, and the control plane is hardly older.', // prettier-ignore
      fix: 'Set shared.controlPlane.sentry.port to 443.',
      evidence: `--sentry-address=${SENTRY}:80`,
    },
  },
  {
    code: codes.otherNamespace,
    when: 'daprd is told another',
    input: inputOf(deployment, having({ namespace: 'dapr' })),
    found: {
      cause: 'daprd takes dapr-system for the namespace of the control plane; on this cluster it is dapr.', // prettier-ignore
      fix: 'Set shared.controlPlane.namespace to dapr, and every address and the audience with it; charts before 0.0.16 do not tell it to daprd.', // prettier-ignore
      evidence: 'DAPR_CONTROLPLANE_NAMESPACE: dapr-system',
    },
  },
  {
    code: codes.otherNamespace,
    when: 'daprd is told none',
    input: inputOf(changed(deployment, env(NAMESPACE, undefined))),
    found: {
      cause: 'daprd takes default for the namespace of the control plane; on this cluster it is dapr-system.', // prettier-ignore
      fix: 'Set shared.controlPlane.namespace to dapr-system, and every address and the audience with it; charts before 0.0.16 do not tell it to daprd.', // prettier-ignore
      evidence: 'DAPR_CONTROLPLANE_NAMESPACE is not set',
    },
  },
  {
    code: codes.otherNamespace,
    when: 'the argument wins over the variable',
    input: inputOf(changed(deployment, arg('control-plane-namespace', 'dapr'))),
    found: {
      cause: 'daprd takes dapr for the namespace of the control plane; on this cluster it is dapr-system.', // prettier-ignore
      fix: 'Set shared.controlPlane.namespace to dapr-system, and every address and the audience with it; charts before 0.0.16 do not tell it to daprd.', // prettier-ignore
      evidence: '--control-plane-namespace=dapr',
    },
  },
  {
    code: codes.otherTrustDomain,
    when: 'daprd is told another',
    input: inputOf(deployment, having({ trustDomain: 'id.example' })),
    found: {
      cause: 'daprd takes cluster.local for the trust domain of the control plane; on this cluster it is id.example.', // prettier-ignore
      fix: 'Set shared.controlPlane.trustDomain to id.example, and the audience with it.', // prettier-ignore
      evidence: 'DAPR_CONTROLPLANE_TRUST_DOMAIN: cluster.local',
    },
  },
  {
    code: codes.otherTrustDomain,
    when: 'daprd is told none',
    input: inputOf(changed(deployment, env(TRUST_DOMAIN, undefined))),
    found: {
      cause: 'daprd takes localhost for the trust domain of the control plane; on this cluster it is cluster.local.', // prettier-ignore
      fix: 'Set shared.controlPlane.trustDomain to cluster.local, and the audience with it.', // prettier-ignore
      evidence: 'DAPR_CONTROLPLANE_TRUST_DOMAIN is not set',
    },
  },
  {
    code: codes.otherTrustDomain,
    when: 'the argument wins over the variable',
    input: inputOf(changed(deployment, arg('control-plane-trust-domain', 'x'))),
    found: {
      cause: 'daprd takes x for the trust domain of the control plane; on this cluster it is cluster.local.', // prettier-ignore
      fix: 'Set shared.controlPlane.trustDomain to cluster.local, and the audience with it.', // prettier-ignore
      evidence: '--control-plane-trust-domain=x',
    },
  },
  {
    code: codes.addressesElsewhere,
    when: 'one is left behind',
    input: inputOf(changed(deployment, arg('placement-host-address', 'dapr-placement-server.dapr.svc.cluster.local:50005'))), // prettier-ignore
    found: {
      cause: 'The control plane is in namespace dapr-system of cluster.local; dapr-placement-server.dapr.svc.cluster.local:50005 leads elsewhere.', // prettier-ignore
      fix: 'Change --placement-host-address to <service>.dapr-system.svc.cluster.local.', // prettier-ignore
      evidence: '--placement-host-address=dapr-placement-server.dapr.svc.cluster.local:50005', // prettier-ignore
    },
  },
  {
    code: codes.addressesElsewhere,
    when: 'they disagree with what daprd is told, and the cluster is not known',
    input: inputOf(
      changed(
        deployment,
        sentry('dapr-sentry.dapr.svc'),
        arg('control-plane-address', 'dapr-api.dapr.svc.cluster.local.:443'),
        arg('scheduler-host-address', undefined),
        env(SCHEDULER, { value: 'b.dapr-system.svc:50006, a.dapr.svc:50006' }),
        image('1.16.19'),
      ),
      unknown,
    ),
    found: {
      cause: 'The control plane is in namespace dapr-system of cluster.local; dapr-sentry.dapr.svc, dapr-api.dapr.svc.cluster.local.:443, a.dapr.svc:50006 lead elsewhere.', // prettier-ignore
      fix: 'Change --sentry-address, --control-plane-address, DAPR_SCHEDULER_HOST_ADDRESS to <service>.dapr-system.svc.cluster.local.', // prettier-ignore
      evidence: '--sentry-address=dapr-sentry.dapr.svc, --control-plane-address=dapr-api.dapr.svc.cluster.local.:443, DAPR_SCHEDULER_HOST_ADDRESS=a.dapr.svc:50006', // prettier-ignore
    },
  },
  {
    code: codes.addressesElsewhere,
    when: 'the cluster has another domain',
    input: inputOf(changed(deployment, sentry('dapr-sentry.dapr-system.svc.corp.example:443')), { clusterDomain: 'cluster.local' }), // prettier-ignore
    found: {
      cause: 'The control plane is in namespace dapr-system of cluster.local; dapr-sentry.dapr-system.svc.corp.example:443 leads elsewhere.', // prettier-ignore
      fix: 'Change --sentry-address to <service>.dapr-system.svc.cluster.local.', // prettier-ignore
      evidence: '--sentry-address=dapr-sentry.dapr-system.svc.corp.example:443',
    },
  },
  {
    code: codes.otherAudience,
    when: 'it names another control plane',
    input: inputOf(changed(deployment, audience('spiffe://cluster.local/ns/dapr/dapr-sentry'))), // prettier-ignore
    found: {
      cause: `Its audience is spiffe://cluster.local/ns/dapr/dapr-sentry; Sentry accepts ${accepted} and dapr.io/sentry.`, // prettier-ignore
      fix: `Set shared.daprd.serviceAccountIdentityToken.audience to ${accepted}.`, // prettier-ignore
      evidence: 'audience: spiffe://cluster.local/ns/dapr/dapr-sentry',
    },
  },
  {
    code: codes.otherAudience,
    when: 'none is named, and the cluster is not known',
    input: inputOf(changed(deployment, audience()), unknown),
    found: {
      cause: `Its audience is that of the API server; Sentry accepts ${accepted} and dapr.io/sentry.`, // prettier-ignore
      fix: `Set shared.daprd.serviceAccountIdentityToken.audience to ${accepted}.`, // prettier-ignore
      evidence: 'audience: none',
    },
  },
  ...[
    ['is not projected', token({ secret: { name: 'x' } })] as const,
    ['has another name', pod({ volumes: [{ name: 'x', projected: { sources: [{ serviceAccountToken: {} }] } }] })] as const, // prettier-ignore
    ['is mounted elsewhere', container({ volumeMounts: [{ name: 'dapr-identity-token', mountPath: '/x' }] })] as const, // prettier-ignore
    ['has no name', changedMount()] as const,
  ].map(([what, change]) => ({
    code: codes.noToken,
    when: `the volume ${what}`,
    input: inputOf(changed(deployment, change)),
    found: {
      cause: 'No projected ServiceAccount token is mounted at /var/run/secrets/dapr.io/sentrytoken, where daprd looks for it.', // prettier-ignore
    },
  })),
  {
    code: codes.noScheduler,
    when: 'the address is in the variable alone',
    input: inputOf(changed(deployment, arg('scheduler-host-address', undefined), env(SCHEDULER, { value: 's:50006' }))), // prettier-ignore
    found: {
      cause: 'daprd 1.18.3 takes the address of the scheduler from the argument --scheduler-host-address alone; it is in the variable DAPR_SCHEDULER_HOST_ADDRESS, which is ignored.', // prettier-ignore
      fix: 'Give daprd the argument --scheduler-host-address=s:50006; the overlay scheduler-address does.', // prettier-ignore
      evidence: 'DAPR_SCHEDULER_HOST_ADDRESS=s:50006',
    },
  },
  {
    code: codes.noScheduler,
    when: 'there is no address at all',
    input: inputOf(changed(deployment, image('1.17.0'), arg('scheduler-host-address', ''), env(SCHEDULER, undefined)), unknown), // prettier-ignore
    found: {
      cause: 'daprd 1.17.0 takes the address of the scheduler from the argument --scheduler-host-address alone.', // prettier-ignore
    },
  },
  {
    code: codes.wrongPorts,
    when: 'two have others',
    input: inputOf(changed(deployment, arg('control-plane-address', 'dapr-api.dapr-system.svc:6500'), arg('scheduler-host-address', 'dapr-scheduler-server-0.x.dapr-system.svc:443'))), // prettier-ignore
    found: {
      cause: '--control-plane-address has port 6500; dapr-api has 80 and 443. --scheduler-host-address has port 443; dapr-scheduler-server-0 has 50006.', // prettier-ignore
      evidence: '--control-plane-address=dapr-api.dapr-system.svc:6500, --scheduler-host-address=dapr-scheduler-server-0.x.dapr-system.svc:443', // prettier-ignore
    },
  },
  {
    code: codes.wrongPorts,
    when: 'placement has another',
    input: inputOf(changed(deployment, arg('placement-host-address', 'dapr-placement-server-2.x.dapr-system.svc:80,dapr-placement-server:50005'))), // prettier-ignore
    found: {
      cause: '--placement-host-address has port 80; dapr-placement-server-2 has 50005.', // prettier-ignore
      evidence: '--placement-host-address=dapr-placement-server-2.x.dapr-system.svc:80', // prettier-ignore
    },
  },
  ...['false', '0', undefined].map(value => ({
    code: codes.mtlsDiffers,
    when: `it is ${value} here`,
    input: inputOf(changed(deployment, arg('enable-mtls', value))),
    found: {
      title: 'mTLS is off, and on in the control plane',
      cause: 'Other Dapr apps speak to the internal port by TLS, which daprd does not, and the other way round.', // prettier-ignore
      fix: 'Set shared.daprd.mtls.enabled to true.',
      evidence: '--enable-mtls=false',
    },
  })),
  {
    code: codes.mtlsDiffers,
    when: 'it is off there',
    input: inputOf(deployment, having({ mtls: false })),
    found: {
      title: 'mTLS is on, and off in the control plane',
      cause: 'Other Dapr apps speak to the internal port without TLS, which daprd demands, and the other way round.', // prettier-ignore
      fix: 'Set shared.daprd.mtls.enabled to false.',
      evidence: '--enable-mtls=true',
    },
  },
  {
    code: codes.initNamespace,
    when: 'the cluster has another',
    input: inputOf(changed(chartsOwn, env(NAMESPACE, { value: 'dapr' }), audience('dapr.io/sentry')), having({ namespace: 'dapr' })), // prettier-ignore
    found: {
      title: "The init container looks for Dapr's CA in dapr-system",
      cause: 'The control plane is in dapr. The init container finds no trust bundle in dapr-system, writes empty values and ends well all the same.', // prettier-ignore
      fix: 'Use the hardened identity (overlay.identity), which has no init container; or set its variable DAPR_CONTROL_PLANE_NAMESPACE to dapr.', // prettier-ignore
      evidence: 'DAPR_CONTROL_PLANE_NAMESPACE: dapr-system',
    },
    also: ['DS214', ...usual],
  },
  {
    code: codes.initNamespace,
    when: 'daprd is told another than it, and the cluster is not known',
    input: inputOf(changed(chartsOwn, initEnv({ name: INIT_NAMESPACE, value: 'x' })), unknown), // prettier-ignore
    found: {
      title: "The init container looks for Dapr's CA in x",
      cause: 'The control plane is in dapr-system. The init container finds no trust bundle in x, writes empty values and ends well all the same.', // prettier-ignore
      fix: 'Use the hardened identity (overlay.identity), which has no init container; or set its variable DAPR_CONTROL_PLANE_NAMESPACE to dapr-system.', // prettier-ignore
      evidence: 'DAPR_CONTROL_PLANE_NAMESPACE: x',
    },
    also: usual,
  },
  ...[undefined, { value: '' }].map(entry => ({
    code: codes.noTrustAnchors,
    when: `the variable is ${entry ? 'empty' : 'absent'}`,
    input: inputOf(changed(deployment, env('DAPR_TRUST_ANCHORS', entry))),
    found: {
      cause: 'The container daprd has no variable DAPR_TRUST_ANCHORS, or an empty one.', // prettier-ignore
    },
  })),
];

function changedMount() {
  return container({
    volumeMounts: [{ mountPath: '/var/run/secrets/dapr.io/sentrytoken' }],
  });
}

export const controlPlaneQuiet: readonly QuietCase[] = [
  ['no address of a scheduler that is not there', inputOf(changed(deployment, arg('scheduler-host-address', undefined)), { controlPlane: { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local', mtls: true, scheduler: false } })], // prettier-ignore
  ['trust anchors written out', inputOf(changed(deployment, env('DAPR_TRUST_ANCHORS', { value: '-----BEGIN CERTIFICATE-----' })))], // prettier-ignore
  ['no trust anchors for a daprd that is not known', inputOf(changed(deployment, env('DAPR_TRUST_ANCHORS', undefined), image('edge'))), ['DS553']], // prettier-ignore
  ['a control plane that is not known', inputOf(deployment, unknown)],
  ['port 80 before 1.14', inputOf(changed(deployment, sentry(`${SENTRY}:80`)), having({ version: '1.13.4' })), ['DS504']], // prettier-ignore
  ['port 80 where nothing is known', inputOf(changed(deployment, sentry(`${SENTRY}:80`), image('edge')), unknown), ['DS553']], // prettier-ignore
  ['port 80 without a control plane', inputOf(changed(deployment, sentry(`${SENTRY}:80`)), { controlPlane: null }), ['DS201']], // prettier-ignore
  ['a Sentry of another name', inputOf(changed(deployment, sentry('sentry.example:80')))], // prettier-ignore
  ['no port for Sentry', inputOf(changed(deployment, sentry(SENTRY)))],
  ['no Sentry', inputOf(changed(deployment, sentry('')))],
  ['a namespace that only the cluster can tell', inputOf(changed(deployment, env(NAMESPACE, fromField)))], // prettier-ignore
  ['a namespace that an older daprd is not told', inputOf(changed(deployment, env(NAMESPACE, undefined), env(TRUST_DOMAIN, undefined), image('1.13.5'), arg('scheduler-host-address', undefined), arg('disable-builtin-k8s-secret-store', undefined)), {}), ['DS503']], // prettier-ignore
  ['a trust domain that is not known', inputOf(changed(deployment, env(TRUST_DOMAIN, { value: 'x' }), audience('dapr.io/sentry')), having({ trustDomain: undefined }))], // prettier-ignore
  ['addresses that follow what daprd is told', inputOf(changed(deployment, env(NAMESPACE, { value: 'dapr' }), ...['sentry', 'control-plane', 'placement-host', 'scheduler-host'].map(name => arg(`${name}-address`, 'x.dapr.svc.cluster.local')), audience('spiffe://cluster.local/ns/dapr/dapr-sentry'))), ['DS212']], // prettier-ignore
  ['addresses as numbers', inputOf(changed(deployment, sentry('10.0.0.7:443')), { clusterDomain: 'cluster.local' })], // prettier-ignore
  ['addresses without a domain', inputOf(changed(deployment, ...['sentry', 'control-plane', 'placement-host', 'scheduler-host'].map(name => arg(`${name}-address`, 'x.dapr-system.svc'))), { clusterDomain: 'corp.example' })], // prettier-ignore
  ['a domain that is not known', inputOf(changed(deployment, sentry('dapr-sentry.dapr-system.svc.corp.example:443')))], // prettier-ignore
  ['the audience of any Sentry', inputOf(changed(deployment, audience('dapr.io/sentry')))], // prettier-ignore
  ['an audience that follows what daprd is told', inputOf(changed(deployment, env(TRUST_DOMAIN, { value: 'x' }), audience('spiffe://x/ns/dapr-system/dapr-sentry'))), ['DS213']], // prettier-ignore
  ['an audience that follows the cluster', inputOf(changed(deployment, env(TRUST_DOMAIN, { value: 'x' }))), ['DS213']], // prettier-ignore
  ['an audience where the namespace is not known', inputOf(changed(deployment, audience('x'), env(NAMESPACE, fromField)))], // prettier-ignore
  ['an audience where the trust domain is not known', inputOf(changed(deployment, audience('x'), env(TRUST_DOMAIN, fromField)))], // prettier-ignore
  ['a mount with a slash', inputOf(changed(deployment, container({ volumeMounts: [{ name: 'dapr-identity-token', mountPath: '/var/run/secrets/dapr.io/sentrytoken/' }] })))], // prettier-ignore
  ['a token file of its own', inputOf(changed(deployment, token({}), env('DAPR_SENTRY_TOKEN_FILE', { value: '/x' })))], // prettier-ignore
  ['no token for a daprd that is not known', inputOf(changed(deployment, token({}), image('edge'))), ['DS553']], // prettier-ignore
  ['the variable of the scheduler before 1.17', inputOf(changed(deployment, arg('scheduler-host-address', undefined), image('1.16.19'))), ['DS504']], // prettier-ignore
  ['every port of the operator', inputOf(changed(deployment, arg('control-plane-address', 'dapr-api.dapr-system.svc:443')))], // prettier-ignore
  ['no port of the operator', inputOf(changed(deployment, arg('control-plane-address', 'dapr-api.dapr-system.svc')))], // prettier-ignore
  ...['my-dapr-api', 'dapr-api-x', 'my-dapr-placement-server', 'dapr-placement-server-x', 'my-dapr-scheduler-server', 'dapr-scheduler-server-x'].map((name): QuietCase => [`a port of ${name}`, inputOf(changed(deployment, arg('control-plane-address', `${name}:1`)))]), // prettier-ignore
  ...['', 'TRUE', 't', '1'].map((value): QuietCase => [`mTLS as "${value}"`, inputOf(changed(deployment, arg('enable-mtls', value)))]), // prettier-ignore
  ['mTLS that is not known', inputOf(changed(deployment, arg('enable-mtls', 'false')), having({ mtls: undefined }))], // prettier-ignore
  ['the usual namespace of the init container', inputOf(chartsOwn), usual],
  ['an init container that is told', inputOf(changed(chartsOwn, env(NAMESPACE, { value: 'dapr' }), initEnv({ name: INIT_NAMESPACE, value: 'dapr' }), audience('dapr.io/sentry')), having({ namespace: 'dapr' })), ['DS214', ...usual]], // prettier-ignore
  ['an init container that only the cluster tells', inputOf(changed(chartsOwn, initEnv({ name: INIT_NAMESPACE, ...fromField }))), usual], // prettier-ignore
  ['an init container beside a daprd that is told nothing', inputOf(changed(chartsOwn, env(NAMESPACE, undefined), audience('dapr.io/sentry')), unknown), ['DS214', ...usual]], // prettier-ignore
];
