import {
  isHook,
  type KubeObject,
  render,
} from 'backstage-plugin-dapr-shared-common';

/** A state store whose server is not there. */
export function missingRedis(appId: string, namespace: string): KubeObject {
  return {
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Component',
    metadata: { name: `${appId}-state`, namespace },
    scopes: [appId],
    spec: {
      type: 'state.redis',
      version: 'v1',
      metadata: [
        { name: 'redisHost', value: `redis.${namespace}.svc.cluster.local:6379` }, // prettier-ignore
      ],
    },
  };
}

/** The certificate of Dapr's CA, which is public. */
export function trustAnchors(name: string, namespace: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: {
      'ca.crt': '-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----\n',
    },
  };
}

/** What `helm install` of the chart as a DaemonSet left behind, but its Service. */
export function daemonSetByHand(
  appId: string,
  namespace: string,
  port: number,
): KubeObject[] {
  // Long before whatever came to the cluster by pull request.
  const creationTimestamp = '2024-05-13T09:00:00Z';
  return render({
    chartVersion: '1.16.0',
    releaseName: `${appId}-by-hand`,
    namespace,
    values: {
      shared: {
        appId,
        strategy: 'daemonset',
        remoteURL: `${appId}.${namespace}.svc.cluster.local`,
        remotePort: port,
        controlPlane: { sentry: { port: 443 } },
        daprd: { image: { tag: '1.18.3' } },
      },
    },
  })
    .filter(object => !isHook(object) && object.kind !== 'Service')
    .map(object => ({
      ...object,
      metadata: { namespace, creationTimestamp, ...object.metadata },
    }));
}
