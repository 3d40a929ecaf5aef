import type { KubeObject } from '../../../objects';

export function service(
  name: string,
  ports: readonly number[],
  { namespace = 'shop', ...spec }: Record<string, unknown> = {},
): KubeObject {
  return {
    metadata: { name, namespace: String(namespace) },
    spec: { ports: ports.map(port => ({ port, name: `p${port}` })), ...spec },
  };
}

/** @param ready - of each address behind the Service */
export function slice(
  name: string,
  ready: readonly boolean[],
  namespace = 'shop',
): KubeObject {
  return {
    metadata: {
      name: `${name}-x`,
      namespace,
      labels: { 'kubernetes.io/service-name': name },
    },
    endpoints: ready.map((value, index) => ({
      addresses: [`10.0.0.${index}`],
      conditions: { ready: value },
    })),
    ports: [{ port: 8080 }],
  };
}
