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
  return closedPort(seen) ? { ...sentryPortClosed(), evidence } : undefined;
}

/** Whether it is certain that Sentry has no such port as 80. */
function closedPort(seen: Circumstances): boolean {
  const { sentry, input, clusterDomain } = seen;
  if (!sentry || sentry.port !== 80) return false;
  const name = serviceOf(sentry.host, input.instance.namespace, clusterDomain);
  if (name?.name !== SERVICE) return false;
  const service = findService(input.services, name);
  return service
    ? !servicePorts(service).some(({ port }) => port === 80)
    : controlPlaneSince(seen, 14);
}

export function sentryPortClosed(): Cause {
  return {
    code: codes.sentryPort80,
    cause: 'Waiting for Sentry: port 80 is closed since Dapr 1.14.',
  };
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
