import type { Instance } from 'backstage-plugin-dapr-shared-common';

const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/**
 * The Service that an app channel's host names, as a pod of the instance would
 * resolve it; undefined for what names none, and where there is no app.
 */
export function channelService(
  instance: Instance,
): { namespace: string; name: string } | undefined {
  const { host, port } = instance.appChannel ?? { port: 0 };
  if (!host || port === 0) return undefined;
  const [name = '', namespace = instance.namespace, svc = 'svc'] = host.split('.'); // prettier-ignore
  const isService =
    svc === 'svc' &&
    [name, namespace].every(part => part.length <= 63 && NAME.test(part));
  return isService ? { namespace, name } : undefined;
}
