import * as codes from '../../codes/runtime';
import { parseAddress, serviceOf } from '../address';
import type { Cause } from '../cause';
import { controlPlaneSince, type Circumstances } from '../circumstances';
import { findService, servicePorts } from '../app/services';
import { expected, noControlPlane } from './controlPlane';
import { restartFix, setWhatDiffers, unservedFix } from './fixes';

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

export function sentryPortClosed(seen: Circumstances): Cause {
  const port = seen.sentry?.port ?? 80;
  return {
    code: codes.sentryPort80,
    cause:
      port === 80 || port === PORT
        ? 'Waiting for Sentry: port 80 is closed since Dapr 1.14.'
        : `Waiting for Sentry: it has no port ${port}, only ${PORT}.`,
    fix: port === PORT ? restartFix(seen) : undefined,
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
  const { controlPlane, instance } = seen.input;
  if (controlPlane === null) return noControlPlane;
  const name = parseAddress(host)?.host ?? host;
  const at = serviceOf(name, instance.namespace, seen.clusterDomain);
  const namespace = controlPlane?.namespace;
  const isRight = at?.name === SERVICE && at.namespace === namespace;
  const set =
    namespace === undefined || isRight
      ? undefined
      : setWhatDiffers([
          {
            key: 'shared.controlPlane.sentry.address',
            should: `${SERVICE}.${namespace}.svc.${seen.clusterDomain}`,
            is: seen.sentry?.host,
          },
          {
            key: 'shared.controlPlane.namespace',
            should: namespace,
            is: expected(seen).namespace,
          },
        ]);
  const where = isRight ? 'although Dapr runs in' : 'Dapr runs in';
  return {
    code: codes.sentryUnknownHost,
    cause: `Waiting for Sentry: there is no ${name}${
      namespace ? `, ${where} ${namespace}` : ''
    }.`,
    fix: set ? `${set}, and the other addresses likewise.` : unservedFix(name, seen), // prettier-ignore
  };
}
