import { asArray, asRecord, at } from 'backstage-plugin-dapr-shared-common';
import { type ApiObject, digest } from '../kube';

type Fields = Record<string, unknown>;

/** What the API server adds to an object that says nothing of it. */
export function withDefaults(object: ApiObject): ApiObject {
  const { spec } = object;
  switch (object.kind) {
    case 'Deployment':
      return {
        ...object,
        spec: {
          replicas: 1,
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' },
          },
          revisionHistoryLimit: 10,
          progressDeadlineSeconds: 600,
          ...asRecord(spec),
          template: template(at(spec, 'template')),
        },
      };
    case 'DaemonSet':
      return {
        ...object,
        spec: {
          updateStrategy: {
            type: 'RollingUpdate',
            rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
          },
          revisionHistoryLimit: 10,
          ...asRecord(spec),
          template: template(at(spec, 'template')),
        },
      };
    case 'Service':
      return { ...object, spec: service(object), status: { loadBalancer: {} } };
    case 'Namespace':
      return {
        ...object,
        spec: { finalizers: ['kubernetes'] },
        status: { phase: 'Active' },
      };
    default:
      return object;
  }
}

function service(object: ApiObject): Fields {
  const octets = parseInt(
    digest(`${object.metadata.namespace}/${object.metadata.name}`, 4),
    16,
  );
  const clusterIP = `10.96.${octets % 250}.${(octets >> 8) % 250}`;
  return {
    type: 'ClusterIP',
    clusterIP,
    clusterIPs: [clusterIP],
    sessionAffinity: 'None',
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    internalTrafficPolicy: 'Cluster',
    ...asRecord(object.spec),
    ports: asArray(at(object.spec, 'ports')).map(port => ({
      protocol: 'TCP',
      targetPort: at(port, 'port'),
      ...asRecord(port),
    })),
  };
}

function template(value: unknown): Fields {
  const spec = at(value, 'spec');
  const inits = asArray(at(spec, 'initContainers'));
  const account = at(spec, 'serviceAccountName');
  return {
    ...asRecord(value),
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      ...asRecord(spec),
      securityContext: at(spec, 'securityContext') ?? {},
      ...(account ? { serviceAccount: account } : {}),
      ...(inits.length > 0 ? { initContainers: inits.map(container) } : {}),
      containers: asArray(at(spec, 'containers')).map(container),
    },
  };
}

function container(value: unknown): Fields {
  const image = String(at(value, 'image') ?? '');
  const result: Fields = {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: /(:latest|^[^:]+)$/.test(image) ? 'Always' : 'IfNotPresent', // prettier-ignore
    ...withoutNulls(asRecord(value) ?? {}),
  };
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (result[name]) result[name] = probe(result[name]);
  }
  return result;
}

function probe(value: unknown): Fields {
  const httpGet = asRecord(at(value, 'httpGet'));
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...asRecord(value),
    ...(httpGet ? { httpGet: { scheme: 'HTTP', ...httpGet } } : {}),
  };
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  );
}
