import * as codes from '../../codes/runtime';
import { asString, at, type KubeObject } from '../../../objects';
import { isClusterName, serviceOf, type ServiceName } from '../address';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import { endpointsOf, type Endpoints } from './endpoints';
import { findService, servicePorts } from './services';

/**
 * What is wrong with the app as the cluster sees it: daprd itself does not
 * notice an app that it lost. Undefined where all is well, or not enough known.
 *
 * @param waits - whether daprd is not ready and may be waiting for the app
 */
export function appCause(
  seen: Circumstances,
  waits: boolean,
): Cause | undefined {
  const { channel, input, clusterDomain } = seen;
  const { services, endpointSlices, instance } = input;
  if (!channel?.host || channel.port === 0) return undefined;
  const name = serviceOf(channel.host, instance.namespace, clusterDomain);
  if (!name) return undefined;
  const service = findService(services, name);
  if (!service) {
    const known = services && isKnown(services, name, channel.host, seen);
    return known ? unknownHost(services, name, seen) : undefined;
  }
  if (at(service, 'spec', 'type') === 'ExternalName') return undefined;
  return (
    wrongPort(service, channel.port) ??
    notReady(endpointsOf(endpointSlices, name), seen, waits)
  );
}

/** Whether pods of the app are known to be ready behind its Service. */
export function appIsUp({ channel, input, clusterDomain }: Circumstances) {
  const { endpointSlices, instance } = input;
  const name =
    channel?.host && serviceOf(channel.host, instance.namespace, clusterDomain);
  return Boolean(name && endpointsOf(endpointSlices, name)?.ready);
}

/** Whether a Service that is not in the list is not in the cluster. */
function isKnown(
  services: readonly KubeObject[],
  { namespace }: ServiceName,
  host: string,
  { input: { instance }, clusterDomain }: Circumstances,
): boolean {
  return (
    isClusterName(host, clusterDomain) ||
    namespace === instance.namespace ||
    services.some(s => at(s, 'metadata', 'namespace') === namespace)
  );
}

function unknownHost(
  services: readonly KubeObject[],
  { name, namespace }: ServiceName,
  { channel, clusterDomain, input: { instance } }: Circumstances,
): Cause {
  const elsewhere = services.flatMap(service => {
    const other = asString(at(service, 'metadata', 'namespace'));
    return at(service, 'metadata', 'name') === name && other ? [other] : [];
  });
  const port = channel?.port;
  const samePort = services.flatMap(service => {
    const own = asString(at(service, 'metadata', 'name')) ?? '';
    return at(service, 'metadata', 'namespace') === namespace &&
      own !== `${instance.appId}-dapr` &&
      servicePorts(service).some(p => p.port === port)
      ? [own]
      : [];
  });
  // The same name elsewhere, else the same port here.
  const hosts =
    elsewhere.length > 0
      ? elsewhere.map(other => `${name}.${other}.svc.${clusterDomain}`)
      : samePort.map(other => `${other}.${namespace}.svc.${clusterDomain}`);
  return {
    code: codes.appHostUnknown,
    cause: `There is no Service ${name} in namespace ${namespace}, where daprd looks for its app.`,
    fix: `Set shared.remoteURL: ${
      hosts.length === 1
        ? hosts[0]
        : `<service>.<namespace>.svc.${clusterDomain} of the app`
    }${
      hosts.length > 1 ? `, for example ${hosts.slice(0, 3).join(' or ')}` : ''
    }.`,
    evidence: `--app-channel-address=${channel?.host}`,
  };
}

function wrongPort(service: KubeObject, port: number): Cause | undefined {
  // A headless Service is its pods: any port of theirs will do.
  if (at(service, 'spec', 'clusterIP') === 'None') return undefined;
  const ports = servicePorts(service);
  if (ports.length === 0 || ports.some(p => p.port === port)) return undefined;
  const name = asString(at(service, 'metadata', 'name')) ?? '';
  const names = ports.map(p => (p.name ? `${p.port} (${p.name})` : p.port));
  const only = ports.length === 1 ? ports[0]?.port : undefined;
  return {
    code: codes.appPortUnknown,
    cause: `Service ${name} of the app has no port ${port}; it has ${names.join(
      ', ',
    )}.`,
    fix: `Set shared.remotePort: ${
      only ?? `one of ${ports.map(p => p.port).join(', ')}`
    }.`,
    evidence: `--app-port=${port}`,
  };
}

function notReady(
  endpoints: Endpoints | undefined,
  { channel, readyNeedsApp }: Circumstances,
  waits: boolean,
): Cause | undefined {
  if (!endpoints || endpoints.ready > 0) return undefined;
  const { notReady: unready } = endpoints;
  const host = channel?.host;
  if (unready > 0) {
    return {
      code: codes.appNotReady,
      cause: `No pod of the app is ready behind ${host} (${unready} ${
        unready === 1 ? 'is' : 'are'
      } not).`,
      fix: "Look at the app's own pods and their readiness probe.",
      evidence: `EndpointSlices: 0 ready, ${unready} not ready`,
    };
  }
  // An app that may be away is not missed.
  if (!readyNeedsApp) return undefined;
  return {
    code: codes.appNotReady,
    // It may well be scaled to zero, of which daprd takes no harm once it is ready.
    ...(waits ? {} : { severity: 'low' }),
    cause: `No pod of the app runs behind ${host}.`,
    fix: "Start the app, or let the selector of its Service match its pods. If it is meant to scale to zero, plan the instance for that: daprd's probes then leave the app out.",
    evidence: 'EndpointSlices: no endpoint',
  };
}
