import { asArray, type KubeObject } from '../../../objects';
import { mapPod } from '../../../plan/overlay/workload';
import * as codes from '../../codes/identity';
import {
  annotation,
  arg,
  changed,
  chartsOwn,
  container,
  daemonset,
  deployment,
  env,
  inputOf,
  metadata,
  spec,
  without,
} from '../input';
import type { FiringCase, QuietCase } from './types';

const APP_ID = 'dapr.io/app-id';

/** The instance under another app id. */
const called = (appId: string, ...more: Parameters<typeof changed>[1][]) =>
  changed(deployment, annotation(APP_ID, appId), arg('app-id', appId), ...more);

/** Not known which Services there are. */
const noServices = { services: undefined };
const chartLabel = (version: string) =>
  metadata('Deployment', { labels: { 'helm.sh/chart': `dapr-shared-chart-${version}` } }); // prettier-ignore

const selector = {
  'app.kubernetes.io/name': 'dapr-shared-chart',
  'app.kubernetes.io/instance': 'orders-644f7b8c',
};
const taken: KubeObject = {
  kind: 'Service',
  metadata: { name: 'orders-dapr', namespace: 'shop' },
  spec: { clusterIP: 'None', selector: { app: 'orders' } },
};
const appPod = (
  annotations: Record<string, string>,
  name = 'orders-web-1',
  namespace = 'shop',
): KubeObject => ({ kind: 'Pod', metadata: { name, namespace, annotations } });
/** Another container before daprd's. */
const beside = (objects: readonly KubeObject[]) =>
  mapPod(objects, old => ({ ...old, containers: [{ name: 'proxy' }, ...asArray(old.containers)] })); // prettier-ignore
const sidecar = { 'dapr.io/enabled': 'true', [APP_ID]: 'orders' };
const own: KubeObject = {
  kind: 'Pod',
  metadata: { name: 'own', namespace: 'shop', labels: selector, annotations: sidecar }, // prettier-ignore
};

const at = (name: string, createdAt?: string, deletedAt?: string) =>
  metadata('Deployment', { name, creationTimestamp: createdAt, deletionTimestamp: deletedAt }); // prettier-ignore
const running = {
  status: {
    observedGeneration: 1,
    replicas: 2,
    readyReplicas: 2,
    updatedReplicas: 2,
    availableReplicas: 2,
  },
};
const ready = (objects: readonly KubeObject[]) =>
  objects.map(object => object.kind === 'Deployment' ? { ...object, ...running } : object); // prettier-ignore
const old = ready(changed(deployment, at('old', '2026-11-01T00:00:00Z')));
const fresh = changed(deployment, at('new', '2026-11-22T00:00:00Z'), objects =>
  objects.filter(({ kind }) => kind === 'Deployment'),
);

export const identityFiring: readonly FiringCase[] = [
  {
    code: codes.appIdName,
    when: 'the app id has capitals',
    input: inputOf(called('Orders.API'), noServices),
    found: {
      title: 'The app id Orders.API cannot name a Service',
      cause: 'Kubernetes does not take Orders.API-dapr (15 characters) as the name of a Service.', // prettier-ignore
      evidence: 'app id: Orders.API',
    },
  },
  {
    code: codes.appIdName,
    when: 'the app id has 59 characters',
    input: inputOf(called('o'.repeat(59)), noServices),
    found: {
      title: `The app id ${'o'.repeat(59)} cannot name a Service`,
      cause: `Kubernetes does not take ${'o'.repeat(59)}-dapr (64 characters) as the name of a Service.`, // prettier-ignore
      evidence: `app id: ${'o'.repeat(59)}`,
    },
  },
  {
    code: codes.appIdName,
    when: 'the app id starts with a digit, and no Service leads to daprd',
    input: inputOf(called('3d', without('Service'), chartLabel('0.0.11'))),
    found: {
      title: 'The app id 3d cannot name a Service',
      cause: 'Kubernetes does not take 3d-dapr (7 characters) as the name of a Service.', // prettier-ignore
      evidence: 'app id: 3d',
    },
    also: ['DS113', 'DS511'],
  },
  {
    code: codes.appIdNotText,
    when: 'YAML read a boolean',
    input: inputOf(changed(deployment, annotation(APP_ID, true), arg('app-id', 'yes'))), // prettier-ignore
    found: {
      cause: 'The annotation dapr.io/app-id is true, a boolean for YAML: the API server refuses the workload.', // prettier-ignore
      fix: 'Rename the app id, for example to yes-app; in a manifest of your own put it in quotes.', // prettier-ignore
      evidence: 'dapr.io/app-id: true',
    },
  },
  {
    code: codes.appIdName,
    when: 'it is a number, and the Service is only written down',
    input: inputOf(changed(deployment, annotation(APP_ID, 123), arg('app-id', '123'), metadata('Service', { name: '123-dapr' }))), // prettier-ignore
    found: {
      title: 'The app id 123 cannot name a Service',
      cause: 'Kubernetes does not take 123-dapr (8 characters) as the name of a Service.', // prettier-ignore
      evidence: 'app id: 123',
    },
  },
  {
    code: codes.appIdNotText,
    when: 'YAML read nothing',
    input: inputOf(changed(deployment, annotation(APP_ID, null), arg('app-id', 'null'))), // prettier-ignore
    found: {
      cause: 'The annotation dapr.io/app-id is null, nothing for YAML: the API server refuses the workload.', // prettier-ignore
      fix: 'Rename the app id, for example to null-app; in a manifest of your own put it in quotes.', // prettier-ignore
      evidence: 'dapr.io/app-id: null',
    },
  },
  {
    code: codes.twoWorkloads,
    when: 'the older one is left behind',
    input: inputOf([...old, ...ready(fresh)]),
    found: {
      cause: 'Deployment new and Deployment old of shop both run daprd for orders.', // prettier-ignore
      fix: 'Keep Deployment new, the newest, and remove Deployment old with the release that made it, unless it is the other one that you want.', // prettier-ignore
      evidence: 'Deployment new, Deployment old',
    },
  },
  {
    code: codes.twoWorkloads,
    when: 'a third is on its way out',
    input: inputOf([...old, ...ready(fresh), ...changed(deployment, at('gone', '2026-11-02T00:00:00Z', '2026-11-22T00:00:00Z'))]), // prettier-ignore
    found: {
      cause: 'Deployment new and Deployment old of shop both run daprd for orders.', // prettier-ignore
      fix: 'Keep Deployment new, the newest, and remove Deployment old with the release that made it, unless it is the other one that you want.', // prettier-ignore
      evidence: 'Deployment new, Deployment old',
    },
  },
  {
    code: codes.twoWorkloads,
    when: 'two files have one each',
    input: inputOf([...deployment, ...daemonset], noServices),
    found: {
      cause: 'DaemonSet orders-644f7b8c-dapr-shared-chart and Deployment orders-644f7b8c-dapr-shared-chart of shop both run daprd for orders.', // prettier-ignore
      fix: 'Keep one of DaemonSet orders-644f7b8c-dapr-shared-chart and Deployment orders-644f7b8c-dapr-shared-chart.', // prettier-ignore
      evidence:
        'DaemonSet orders-644f7b8c-dapr-shared-chart, Deployment orders-644f7b8c-dapr-shared-chart',
    },
  },
  ...[undefined, ''].map(value => ({
    code: codes.appIdMissing,
    when: `the annotation is ${value === '' ? 'empty' : 'absent'}`,
    input: inputOf(changed(deployment, annotation(APP_ID, value))),
    found: {
      cause: "The pod template has no annotation dapr.io/app-id, so that Sentry takes the pod's name for the app id and refuses orders.", // prettier-ignore
      fix: 'Annotate the pod template with dapr.io/app-id: orders. The chart does so from 0.0.7 on.', // prettier-ignore
    },
  })),
  {
    code: codes.channelHost,
    when: 'a URL was pasted',
    input: inputOf(changed(deployment, arg('app-channel-address', 'http://orders.shop:80'))), // prettier-ignore
    found: {
      cause: 'shared.remoteURL must be a host, not a URL; it is "http://orders.shop:80". Write "orders.shop" here, and port 80 and protocol "http" in their own fields.', // prettier-ignore
      evidence: '--app-channel-address=http://orders.shop:80',
    },
  },
  {
    code: codes.channelPort,
    when: 'a host is named and no port',
    input: inputOf(changed(deployment, arg('app-port', '0'))),
    found: {
      cause: 'The app has port 0, which means that there is no app to call, although its host is orders.shop.svc.cluster.local.', // prettier-ignore
      evidence: '--app-port=0',
    },
  },
  {
    code: codes.channelPort,
    when: 'health is checked as well',
    input: inputOf(changed(deployment, arg('app-port', '0'), arg('enable-app-health-check', 'true'))), // prettier-ignore
    found: {
      cause: 'The app has port 0, which means that there is no app to call, although its host is orders.shop.svc.cluster.local and its health is to be checked.', // prettier-ignore
      evidence: '--app-port=0',
    },
  },
  {
    code: codes.channelPort,
    when: 'health is checked of no host',
    input: inputOf(changed(chartsOwn, arg('app-port', '0'), arg('app-channel-address', ''), arg('enable-app-health-check', '1'))), // prettier-ignore
    found: {
      cause: 'The app has port 0, which means that there is no app to call, although its health is to be checked.', // prettier-ignore
      evidence: '--app-port=0',
    },
    also: ['DS401', 'DS402'],
  },
  {
    code: codes.configurationAnnotation,
    when: 'only daprd is told',
    input: inputOf(changed(deployment, arg('config', 'tracing'))),
    found: {
      cause: 'daprd uses Configuration tracing; the annotation dapr.io/config, which Sentry reads, is not there.', // prettier-ignore
      fix: 'Set podAnnotations to dapr.io/config: tracing.',
      evidence: '--config=tracing',
    },
  },
  {
    code: codes.configurationAnnotation,
    when: 'Sentry is told of another',
    input: inputOf(changed(deployment, arg('config', 'tracing'), annotation('dapr.io/config', 'acl'))), // prettier-ignore
    found: {
      cause: 'daprd uses Configuration tracing, and the annotation dapr.io/config, which Sentry reads, names acl.', // prettier-ignore
      fix: 'Set podAnnotations to dapr.io/config: tracing.',
      evidence: '--config=tracing',
    },
  },
  {
    code: codes.otherOwnNamespace,
    when: 'it is written out',
    input: inputOf(changed(deployment, env('NAMESPACE', { value: 'default', valueFrom: undefined }))), // prettier-ignore
    found: {
      cause: 'The variable NAMESPACE is default, and the pods run in shop.',
      evidence: 'NAMESPACE: default',
    },
  },
  {
    code: codes.appSidecar,
    when: 'a pod of the app has one',
    input: inputOf(deployment, { pods: [appPod(sidecar), own] }),
    found: {
      title: 'Pods of orders still ask for a sidecar',
      cause: 'Pod orders-web-1 is annotated dapr.io/enabled with app id orders: Dapr injects a daprd of its own beside the app, and the Dapr operator makes a headless Service that may take the name orders-dapr, by which the app reaches the shared one.', // prettier-ignore
      evidence: 'orders-web-1',
    },
  },
  ...['TRUE', 'Y', '1'].map(word => ({
    code: codes.appSidecar,
    when: `a pod asks for one by ${word}`,
    input: inputOf(deployment, { pods: [appPod({ ...sidecar, 'dapr.io/enabled': word })] }), // prettier-ignore
    found: {
      title: 'Pods of orders still ask for a sidecar',
      cause: 'Pod orders-web-1 is annotated dapr.io/enabled with app id orders: Dapr injects a daprd of its own beside the app, and the Dapr operator makes a headless Service that may take the name orders-dapr, by which the app reaches the shared one.', // prettier-ignore
      evidence: 'orders-web-1',
    },
  })),
  {
    code: codes.appSidecar,
    when: 'many pods have one',
    input: inputOf(deployment, { pods: ['a', 'b', 'c', 'd'].map(name => appPod(sidecar, name)) }), // prettier-ignore
    found: {
      title: 'Pods of orders still ask for a sidecar',
      cause: '4 pods are annotated dapr.io/enabled with app id orders: Dapr injects a daprd of its own beside the app, and the Dapr operator makes a headless Service that may take the name orders-dapr, by which the app reaches the shared one.', // prettier-ignore
      evidence: 'a, b, c',
    },
  },
  {
    code: codes.serviceTaken,
    when: 'the operator has made it',
    input: inputOf(deployment, { services: [taken] }),
    found: {
      title: 'Service orders-dapr does not lead to the shared daprd',
      cause: 'Service orders-dapr is headless and selects other pods, as the one that the Dapr operator makes for an app with a sidecar.', // prettier-ignore
      evidence: 'spec.selector: {"app":"orders"}',
    },
  },
  {
    code: codes.serviceTaken,
    when: 'it selects nothing',
    input: inputOf(deployment, { services: [{ ...taken, spec: {} }] }),
    found: {
      title: 'Service orders-dapr does not lead to the shared daprd',
      cause: 'Service orders-dapr does not select the pods of orders-644f7b8c-dapr-shared-chart.', // prettier-ignore
      evidence: 'spec.selector: {}',
    },
  },
  {
    code: codes.serviceTaken,
    when: 'it leads to another release of the chart',
    input: inputOf(deployment, { services: [{ ...taken, spec: { selector: { ...selector, 'app.kubernetes.io/instance': 'x' } } }] }), // prettier-ignore
    found: {
      title: 'Service orders-dapr does not lead to the shared daprd',
      cause: 'Service orders-dapr does not select the pods of orders-644f7b8c-dapr-shared-chart.', // prettier-ignore
      evidence: 'spec.selector: {"app.kubernetes.io/name":"dapr-shared-chart","app.kubernetes.io/instance":"x"}', // prettier-ignore
    },
  },
  {
    code: codes.noService,
    when: 'only others are there',
    input: inputOf(deployment, {
      services: [
        { ...taken, metadata: { name: 'orders', namespace: 'shop' } },
        { ...taken, metadata: { name: 'orders-dapr', namespace: 'stock' } },
      ],
    }),
    found: {
      cause: 'No Service of shop selects the pods of orders-644f7b8c-dapr-shared-chart.', // prettier-ignore
    },
  },
  {
    code: codes.servicePort,
    when: 'daprd listens elsewhere',
    input: inputOf(changed(deployment, arg('dapr-http-port', '3600'), arg('metrics-port', '9091'))), // prettier-ignore
    found: {
      cause: 'Service orders-dapr sends to 3500, Service orders-dapr sends to 9090, and daprd listens on 3600, 50001, 50002, 3501, 9091.', // prettier-ignore
      fix: "Take the ports out of the values of shared.daprd: the chart's Service does not follow them.", // prettier-ignore
      evidence: 'Service orders-dapr sends to 3500, Service orders-dapr sends to 9090', // prettier-ignore
    },
  },
  {
    code: codes.servicePort,
    when: 'the Service goes by the name of a port',
    input: inputOf(
      changed(
        deployment,
        container({ ports: [{ name: 'grpc', containerPort: 7 }] }),
        spec('Service', { ports: [{ port: 3500, targetPort: 'grpc' }, { port: 8 }, { port: 50002 }] }), // prettier-ignore
      ),
    ),
    found: {
      cause: 'Service orders-dapr sends to 7, Service orders-dapr sends to 8, and daprd listens on 3500, 50001, 50002, 3501, 9090.', // prettier-ignore
      fix: "Take the ports out of the values of shared.daprd: the chart's Service does not follow them.", // prettier-ignore
      evidence: 'Service orders-dapr sends to 7, Service orders-dapr sends to 8', // prettier-ignore
    },
  },
  {
    code: codes.appIdDiffers,
    when: 'the argument names another',
    input: inputOf(changed(deployment, arg('app-id', 'payments'))),
    found: {
      cause: 'The pods are annotated dapr.io/app-id: orders. Sentry compares it with the argument payments and refuses the identity.', // prettier-ignore
      fix: 'Let both say the same; the chart writes shared.appId into both unless podAnnotations has dapr.io/app-id.', // prettier-ignore
      evidence: 'dapr.io/app-id: orders; --app-id=payments',
    },
  },
  ...['127.0.0.1', '[::1], LOCALHOST', '::1'].map(addresses => ({
    code: codes.loopbackOnly,
    when: `daprd listens on ${addresses}`,
    input: inputOf(changed(deployment, arg('dapr-listen-addresses', addresses))), // prettier-ignore
    found: {
      cause: `daprd listens on ${addresses}: no app reaches it through the Service.`, // prettier-ignore
      evidence: `--dapr-listen-addresses=${addresses}`,
    },
  })),
];

export const identityQuiet: readonly QuietCase[] = [
  ['the own namespace written out', inputOf(changed(deployment, env('NAMESPACE', { value: 'shop' })))], // prettier-ignore
  ['the usual ports, which need no argument', inputOf(changed(deployment, ...['dapr-http-port', 'dapr-grpc-port', 'dapr-internal-grpc-port', 'dapr-public-port', 'metrics-port'].map(name => arg(name, undefined))))], // prettier-ignore
  ['the public port behind a Service', inputOf(changed(deployment, spec('Service', { ports: [{ port: 80, targetPort: 3501 }] }), arg('dapr-public-port', undefined)))], // prettier-ignore
  ['a container beside daprd', inputOf(changed(deployment, beside))],
  ['words that only begin or end like yes', inputOf(deployment, { pods: ['yesterday', 'say yes', 'off'].map(word => appPod({ ...sidecar, 'dapr.io/enabled': word })) })], // prettier-ignore
  ['an address that only looks like its own', inputOf(changed(deployment, arg('dapr-listen-addresses', '10.127.0.1')))], // prettier-ignore
  ['an app id of 58 characters', inputOf(called('o'.repeat(58)), noServices)],
  ['an app id of one letter', inputOf(called('o'), noServices)],
  ['a name of its own for the Service', inputOf(called('Orders.API'))],
  ['a Service named after the release', inputOf(called('Orders.API', chartLabel('0.0.10')), noServices), ['DS512']], // prettier-ignore
  ['the pods of an app id that is text', inputOf(called('yes'), noServices)],
  ['a workload that is being deleted', inputOf([...changed(deployment, at('old', '2026-11-01T00:00:00Z', '2026-11-22T00:00:00Z')), ...ready(fresh)])], // prettier-ignore
  ['a workload that is being replaced', inputOf([...old, ...fresh])],
  ['a workload that is gone soon', inputOf(changed(deployment, at('old', '2026-11-01T00:00:00Z', '2026-11-22T00:00:00Z')))], // prettier-ignore
  ['no app id for an older Sentry', inputOf(changed(deployment, annotation(APP_ID, undefined), container({ image: 'daprd:1.13.5' }))), ['DS503']], // prettier-ignore
  ['no argument for the app id', inputOf(changed(deployment, arg('app-id', undefined)))], // prettier-ignore
  ['an app that is never called', inputOf(changed(chartsOwn, arg('app-port', '0'), arg('app-channel-address', ''))), ['DS401', 'DS402']], // prettier-ignore
  ['a Configuration that Sentry sees', inputOf(changed(deployment, arg('config', 'tracing'), annotation('dapr.io/config', 'tracing')))], // prettier-ignore
  ['an app without sidecar', inputOf(deployment, { pods: [appPod({ ...sidecar, 'dapr.io/enabled': 'false' }), appPod({ 'dapr.io/enabled': 'true' }), appPod({ ...sidecar, [APP_ID]: 'x' })] })], // prettier-ignore
  ['the sidecar of another namespace', inputOf(deployment, { pods: [appPod(sidecar, 'a', 'stock')] })], // prettier-ignore
  ['pods that are not known', inputOf(deployment, { pods: undefined })],
  ['Services that are not known', inputOf(deployment, noServices)],
  ['the port that another namespace sends to', inputOf(deployment, { services: [...(inputOf(deployment).services ?? []), { ...taken, metadata: { name: 'x', namespace: 'stock' }, spec: { selector, ports: [{ port: 1 }] } }] })], // prettier-ignore
  ['a port that goes by a name', inputOf(changed(deployment, spec('Service', { ports: [{ port: 80, targetPort: 'http' }, { port: 81, targetPort: 'nosuch' }] })))], // prettier-ignore
  ['one address that others reach', inputOf(changed(deployment, arg('dapr-listen-addresses', '127.0.0.1,10.0.0.7')))], // prettier-ignore
  ['the usual addresses', inputOf(changed(deployment, arg('dapr-listen-addresses', undefined)))], // prettier-ignore
];
