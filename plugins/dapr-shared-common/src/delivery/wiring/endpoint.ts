import {
  asArray,
  asRecord,
  asString,
  at,
  type KubeObject,
} from '../../objects';

/** Where the app finds its shared daprd, and by which token it is let in. */
export interface DaprEndpoint {
  http: string;
  grpc: string;
  /** Key of an existing Secret; absent where daprd asks for no token. */
  token?: { name: string; key: string };
}

const PORTS = { http: 'dapr-http', grpc: 'dapr-grpc' };

/**
 * Reads it from the plan's objects, so that it is right for every release of
 * the chart.
 *
 * @returns undefined where the objects have no Service of daprd
 */
export function daprEndpoint(
  objects: readonly KubeObject[],
  namespace: string,
  clusterDomain: string,
): DaprEndpoint | undefined {
  for (const object of objects) {
    const ports = asArray(at(object, 'spec', 'ports')).map(asRecord);
    const url = (name: string) => {
      const port = ports.find(candidate => candidate?.name === name)?.port;
      return port === undefined
        ? undefined
        : `http://${object.metadata?.name}.${namespace}.svc.${clusterDomain}:${port}`;
    };
    const http = url(PORTS.http);
    const grpc = url(PORTS.grpc);
    if (object.kind === 'Service' && http && grpc) {
      return { http, grpc, ...tokenReference(objects) };
    }
  }
  return undefined;
}

/** The Secret that daprd takes its API token from, unless it is the chart's own, which is empty. */
function tokenReference(
  objects: readonly KubeObject[],
): Pick<DaprEndpoint, 'token'> {
  const references = objects
    .flatMap(object =>
      asArray(at(object, 'spec', 'template', 'spec', 'containers')),
    )
    .filter(container => at(container, 'name') === 'daprd')
    .flatMap(container => asArray(at(container, 'env')))
    .filter(variable => at(variable, 'name') === 'DAPR_API_TOKEN')
    .map(variable => at(variable, 'valueFrom', 'secretKeyRef'));
  const name = asString(at(references[0], 'name'));
  const key = asString(at(references[0], 'key'));
  const ours = objects.some(
    ({ kind, metadata }) => kind === 'Secret' && metadata?.name === name,
  );
  return name && key && !ours ? { token: { name, key } } : {};
}
