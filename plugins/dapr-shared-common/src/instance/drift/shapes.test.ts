import { drift } from '.';

const metadata = { name: 'orders', namespace: 'shop' };

/** Paths of the differences between one object and another of its kind. */
function paths(kind: string, expected: object, live: object): string[] {
  const object = (fields: object) => ({ kind, metadata, ...fields });
  return drift([object(expected)], [object(live)]).map(({ path }) => path);
}

const container = (fields: object) => ({
  spec: { template: { spec: { containers: [{ name: 'daprd', ...fields }] } } },
});
const pod = (fields: object) => ({ spec: { template: { spec: fields } } });
const volume = (fields: object) => pod({ volumes: [{ name: 'a', ...fields }] });
const token = (fields: object) =>
  volume({ projected: { sources: [{ serviceAccountToken: fields }] } });
const probe = (fields: object) => container({ livenessProbe: fields });

describe('what an API server fills in is no difference', () => {
  it.each<[string, object, object]>([
    ['Role', { rules: [{ verbs: ['get'] }, { verbs: ['list'] }] }, { rules: [{ verbs: ['list'] }, { verbs: ['get'] }] }],
    ['RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'a', apiGroup: 'rbac.authorization.k8s.io' } }],
    ['ClusterRoleBinding', { subjects: [{ name: 'a' }, { name: 'b' }] }, { subjects: [{ name: 'b' }, { name: 'a' }] }],
    ['ServiceAccount', {}, { automountServiceAccountToken: true }],
    ['Secret', { stringData: { a: 'b' } }, { type: 'Opaque' }],
    ['Service', { spec: { ports: [{ port: 80 }] } }, { spec: { type: 'ClusterIP', clusterIP: '10.0.0.1', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster', ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] } }],
    ['DaemonSet', { spec: {} }, { spec: { minReadySeconds: 0, revisionHistoryLimit: 10, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } } }],
    ['Deployment', { spec: {} }, { spec: { progressDeadlineSeconds: 600, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } } } }],
    ['Deployment', container({ ports: [{ containerPort: 80 }] }), container({ ports: [{ containerPort: 80, protocol: 'TCP' }] })],
    ['Deployment', probe({ httpGet: { port: 80 } }), probe({ httpGet: { port: 80, path: '/', scheme: 'HTTP' }, periodSeconds: 10, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3 })],
    ['Deployment', container({ securityContext: { runAsUser: 1 } }), container({ securityContext: { runAsUser: 1, allowPrivilegeEscalation: true } })],
    ['Deployment', container({ envFrom: [{ prefix: 'a' }, { prefix: 'b' }] }), container({ envFrom: [{ prefix: 'b' }, { prefix: 'a' }] })],
    ['DaemonSet', volume({ configMap: { name: 'x' } }), volume({ configMap: { name: 'x', defaultMode: 0o644 } })],
    ['DaemonSet', volume({ secret: { secretName: 'x' } }), volume({ secret: { secretName: 'x', defaultMode: 0o644 } })],
    ['DaemonSet', volume({ projected: { sources: [] } }), volume({ projected: { sources: [], defaultMode: 0o644 } })],
    ['DaemonSet', token({ path: 'x' }), token({ path: 'x', expirationSeconds: 3600 })],
    ['DaemonSet', pod({}), pod({ serviceAccountName: 'default', automountServiceAccountToken: true, enableServiceLinks: true, schedulerName: 'default-scheduler', dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', terminationGracePeriodSeconds: 30, securityContext: {}, hostNetwork: false })],
    ...['imagePullSecrets', 'tolerations', 'topologySpreadConstraints', 'hostAliases'].map(
      (list): [string, object, object] => ['DaemonSet', pod({ [list]: [{ a: 1 }, { b: 2 }] }), pod({ [list]: [{ b: 2 }, { a: 1 }] })],
    ),
    ['Deployment', container({ resources: { requests: { cpu: '1' } } }), container({ resources: { requests: { cpu: '1000m' } } })],
  ])('%s %#', (kind, expected, live) => {
    expect(paths(kind, expected, live)).toEqual([]);
    expect(paths(kind, live, expected)).toEqual([]);
  }); // prettier-ignore
});

describe('what somebody changed is one', () => {
  const daprd = 'spec.template.spec.containers[daprd]';

  it.each<[string, object, object, string[]]>([
    ['Role', { rules: [{ verbs: ['get'] }] }, { rules: [{ verbs: ['*'] }] }, ['rules']],
    ['RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'b' } }, ['roleRef.name']],
    ['RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'a', apiGroup: 'x' } }, ['roleRef.apiGroup']],
    ['RoleBinding', { subjects: [{ name: 'a' }] }, { subjects: [{ name: 'a', namespace: 'x' }] }, ['subjects[a].namespace']],
    ['RoleBinding', { subjects: [{ name: 'a' }] }, { subjects: [{ name: 'a' }, { name: 'b' }] }, ['subjects[b]']],
    ['ServiceAccount', {}, { automountServiceAccountToken: false }, ['automountServiceAccountToken']],
    ['Secret', { data: { a: 'YQ==' } }, { data: { a: 'Yg==', b: 'Yg==' } }, ['data.a', 'data.b']],
    ['Secret', {}, { type: 'x' }, ['type']],
    ['Service', { spec: {} }, { spec: { type: 'LoadBalancer', externalTrafficPolicy: 'Local', publishNotReadyAddresses: true, externalIPs: ['1.2.3.4'] } }, ['spec.type', 'spec.externalTrafficPolicy', 'spec.publishNotReadyAddresses', 'spec.externalIPs']],
    ['Service', { spec: { ports: [{ port: 80 }] } }, { spec: { ports: [{ port: 80, targetPort: 90, protocol: 'UDP' }] } }, ['spec.ports[80].protocol', 'spec.ports[80].targetPort']],
    ['DaemonSet', { spec: {} }, { spec: { minReadySeconds: 5, updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 1 } } } }, ['spec.minReadySeconds', 'spec.updateStrategy.type', 'spec.updateStrategy.rollingUpdate.maxSurge']],
    ['Deployment', { spec: {} }, { spec: { paused: true, progressDeadlineSeconds: 6, strategy: { type: 'Recreate' } } }, ['spec.paused', 'spec.progressDeadlineSeconds', 'spec.strategy.type']],
    ['Deployment', container({ ports: [{ containerPort: 80 }] }), container({ ports: [{ containerPort: 80, protocol: 'UDP' }] }), [`${daprd}.ports[80].protocol`]],
    ['Deployment', probe({ httpGet: { port: 80 } }), probe({ httpGet: { port: 80, path: '/x', scheme: 'HTTPS' } }), [`${daprd}.livenessProbe.httpGet.path`, `${daprd}.livenessProbe.httpGet.scheme`]],
    ['Deployment', container({ securityContext: { runAsUser: 1 } }), container({ securityContext: { runAsUser: 1, allowPrivilegeEscalation: false } }), [`${daprd}.securityContext.allowPrivilegeEscalation`]],
    ['Deployment', container({ envFrom: [] }), container({ envFrom: [{ prefix: 'b' }] }), [`${daprd}.envFrom`]],
    ['Deployment', container({ lifecycle: { preStop: { a: 1 } } }), container({}), [`${daprd}.lifecycle`]],
    ['Deployment', container({ workingDir: '/a' }), container({ workingDir: '/b' }), [`${daprd}.workingDir`]],
    ['Deployment', container({ terminationMessagePath: '/a' }), container({}), [`${daprd}.terminationMessagePath`]],
    ['Deployment', container({ startupProbe: { periodSeconds: 5 } }), container({ startupProbe: {} }), [`${daprd}.startupProbe`]],
    ['Deployment', container({ volumeMounts: [{ mountPath: '/a', name: 'a' }] }), container({ volumeMounts: [{ mountPath: '/a', name: 'b', readOnly: true, subPath: 'x' }] }), ['name', 'readOnly', 'subPath'].map(field => `${daprd}.volumeMounts[/a].${field}`)],
    ['Deployment', container({ env: [{ name: 'A' }] }), container({ env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v2', fieldPath: 'x' } } }] }), [`${daprd}.env[A].valueFrom`]],
    ['Deployment', container({ command: ['a'] }), container({ command: ['a', 'b'] }), [`${daprd}.command`]],
    ['Deployment', container({ command: ['a', 'b'] }), container({ command: ['a', 'c'] }), [`${daprd}.command[1]`]],
    ['DaemonSet', volume({ configMap: { name: 'x' } }), volume({ configMap: { name: 'x', defaultMode: 0o600, optional: true } }), ['defaultMode', 'optional'].map(field => `spec.template.spec.volumes[a].configMap.${field}`)],
    ['DaemonSet', volume({ secret: { secretName: 'x' } }), volume({ secret: { secretName: 'y' } }), ['spec.template.spec.volumes[a].secret.secretName']],
    ['DaemonSet', volume({ projected: { sources: [{ a: 1 }] } }), volume({ projected: { sources: [{ a: 1 }], defaultMode: 0o600 } }), ['spec.template.spec.volumes[a].projected.defaultMode']],
    ['DaemonSet', token({ path: 'x' }), token({ path: 'x', expirationSeconds: 600 }), ['spec.template.spec.volumes[a].projected.sources[0].serviceAccountToken.expirationSeconds']],
    ['DaemonSet', pod({}), pod({ volumes: [{ name: 'a' }] }), ['spec.template.spec.volumes[a]']],
    ['DaemonSet', pod({}), pod({ serviceAccountName: 'admin', automountServiceAccountToken: false, enableServiceLinks: false, dnsPolicy: 'Default', hostAliases: [{ ip: '1.2.3.4' }], securityContext: { runAsUser: 0 } }), ['serviceAccountName', 'automountServiceAccountToken', 'enableServiceLinks', 'dnsPolicy', 'hostAliases', 'securityContext'].map(field => `spec.template.spec.${field}`)],
    ['ConfigMap', { data: { a: 'b' } }, { data: { a: 'c', d: 'e' } }, ['data.a']],
    ['ConfigMap', { data: { a: '' } }, { data: {} }, []],
    ['ConfigMap', { data: { a: null } }, { data: { a: 'b' } }, []],
  ])('%s %#', (kind, expected, live, found) => {
    expect(paths(kind, expected, live).sort()).toEqual([...found].sort());
  }); // prettier-ignore
});
