import * as codes from '../../codes/runtime';
import { parseAddress, serviceOf } from '../address';
import type { Cause } from '../cause';
import { controlPlaneSince, type Circumstances } from '../circumstances';
import { findService, servicePorts } from '../app/services';

const SERVICE = 'dapr-sentry';

/** Where daprd looks for Sentry, for people. */
export function sentryAddress({ flags }: Circumstances): string {
  return flags.get('sentry-address') ?? 'its address';
}

/** What the address alone tells, with what is known of the cluster. */
export function sentryAddressFacts(seen: Circumstances): Cause | undefined {
  const { sentry, input, clusterDomain } = seen;
  if (!sentry) return undefined;
  const at = serviceOf(sentry.host, input.instance.namespace, clusterDomain);
  const evidence = `--sentry-address=${sentryAddress(seen)}`;
  const known = input.controlPlane?.namespace;
  if (known && at?.name === SERVICE && at.namespace !== known) {
    return { ...unknownHost(seen, sentry.host), evidence };
  }
  return closedPort(seen) ? { ...sentryPortClosed(seen), evidence } : undefined;
}

/** The only port of Sentry's Service since Dapr 1.14. */
const PORT = 443;

/** Whether it is certain that Sentry's Service has no such port. */
function closedPort(seen: Circumstances): boolean {
  const { sentry, input, clusterDomain } = seen;
  if (!sentry || sentry.port === PORT) return false;
  const name = serviceOf(sentry.host, input.instance.namespace, clusterDomain);
  if (name?.name !== SERVICE) return false;
  const service = findService(input.services, name);
  return service
    ? !servicePorts(service).some(({ port }) => port === sentry.port)
    : controlPlaneSince(seen, 14);
}

/** Whether port 80 is asked for, and nothing says that this Sentry still has it. */
export function asksPort80(seen: Circumstances): boolean {
  const version = seen.input.controlPlane?.version;
  return (
    seen.sentry?.port === 80 &&
    (version === undefined || controlPlaneSince(seen, 14))
  );
}

export function sentryPortClosed({ sentry }: Circumstances): Cause {
  const port = sentry?.port ?? 80;
  return {
    code: codes.sentryPort80,
    cause:
      port === 80 || port === PORT
        ? 'Waiting for Sentry: port 80 is closed since Dapr 1.14.'
        : `Waiting for Sentry: it has no port ${port}, only ${PORT}.`,
  };
}

/** Where Dapr runs: as the cluster says, else as the address of Sentry does. */
export function controlPlaneNamespace({
  sentry,
  input,
  clusterDomain,
}: Circumstances): string | undefined {
  const name =
    sentry && serviceOf(sentry.host, input.instance.namespace, clusterDomain);
  return (
    input.controlPlane?.namespace ??
    (name?.name === SERVICE ? name.namespace : undefined)
  );
}

/** @param host - of the address, as it was looked up */
export function unknownHost(seen: Circumstances, host: string): Cause {
  const namespace = seen.input.controlPlane?.namespace;
  const name = parseAddress(host)?.host ?? host;
  return {
    code: codes.sentryUnknownHost,
    cause: `Waiting for Sentry: there is no ${name}${
      namespace ? `, Dapr runs in ${namespace}` : ''
    }.`,
    fix: namespace
      ? `Set shared.controlPlane.sentry.address: ${SERVICE}.${namespace}.svc.${seen.clusterDomain}, and the other addresses and shared.controlPlane.namespace: ${namespace} likewise.`
      : undefined,
  };
}
