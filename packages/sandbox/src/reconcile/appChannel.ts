import { asArray, at } from 'backstage-plugin-dapr-shared-common';
import type { ObjectIndex } from '../kube';
import { type DaprdPod, flag } from './daprdPod';
import { type Verdict, waiting } from './verdict';
import type { World } from './world';

/** daprd is not ready before something listens at its app channel. */
export function appChannel(
  pod: DaprdPod,
  { objects }: World,
): Verdict | undefined {
  const port = Number(flag(pod.args, 'app-port') ?? 0);
  if (port === 0) return undefined;
  const host = flag(pod.args, 'app-channel-address') ?? '';
  const [, name = '', namespace = pod.namespace] =
    /^([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.svc(?:\.cluster\.local)?)?)?\.?$/.exec(
      host,
    ) ?? [];
  return listens(objects, { name, namespace, port })
    ? undefined
    : waiting('app', `nothing listens at ${host}:${port}`);
}

function listens(
  objects: ObjectIndex,
  target: { name: string; namespace: string; port: number },
): boolean {
  const service = objects.get('Service', target.namespace, target.name);
  const port = asArray(at(service, 'spec', 'ports')).find(
    entry => at(entry, 'port') === target.port,
  );
  if (!port) return false;
  return objects
    .ofKind('EndpointSlice')
    .some(
      slice =>
        slice.metadata.namespace === target.namespace &&
        slice.metadata.labels?.['kubernetes.io/service-name'] === target.name &&
        asArray(slice.ports).some(
          entry => (at(entry, 'name') ?? '') === (at(port, 'name') ?? ''),
        ) &&
        asArray(slice.endpoints).some(
          endpoint => at(endpoint, 'conditions', 'ready') === true,
        ),
    );
}
