import * as codes from '../../codes/runtime';
import type { Circumstances } from '../circumstances';
import { serviceOf } from '../address';
import { setWhatDiffers, unservedFix, untrustedFix } from '../facts/fixes';
import { controlPlaneNamespace } from '../facts/sentry';
import { firstLine, innermost, type Signature } from './signature';

/** The Service of the operator, which has both port 80 and 443. */
const SERVICE = 'dapr-api';

/** What daprd asks the operator for: a connection, its Configuration, Components. */
export const operator: readonly Signature[] = [
  {
    pattern: /error getting configuration ([\w.-]+)\/([\w.-]+): ([^\n]*)/,
    explain: ([, namespace, name, why]) => ({
      code: codes.configurationMissing,
      cause: /not found/.test(why)
        ? `Configuration ${name} does not exist in namespace ${namespace}.`
        : `Configuration ${name} of namespace ${namespace} cannot be read: ${firstLine(why)}.`, // prettier-ignore
      fix: /not found/.test(why)
        ? `Create Configuration ${name} in namespace ${namespace}, or correct shared.daprd.config.`
        : 'Look at the log and the rights of dapr-operator, which reads Configurations for daprd.',
    }),
  },
  {
    pattern: /error loading configuration: ([^\n]*)/,
    explain: ([, why], { flags }) => ({
      code: codes.configurationMissing,
      cause: `Configuration ${
        flags.get('config') || 'of daprd'
      } cannot be loaded: ${firstLine(innermost(why))}.`,
      fix: 'Correct the Configuration, or shared.daprd.config.',
    }),
  },
  {
    pattern:
      /failed to load components: .*?[sS]ecrets? \\?"([^"\\]+)\\?" (not found|is forbidden)/s,
    explain: ([, secret, why], { input: { instance } }) => ({
      code: codes.componentsNotLoaded,
      cause:
        why === 'not found'
          ? `Secret ${secret} does not exist in namespace ${instance.namespace}, and a Component refers to it.`
          : `The Dapr operator may not read Secret ${secret} of namespace ${instance.namespace}, which a Component refers to.`,
      fix:
        why === 'not found'
          ? `Create Secret ${secret} in namespace ${instance.namespace}, or correct the secretKeyRef of the Component; one such Component keeps every daprd of the namespace that may use it from starting.`
          : 'Give the ServiceAccount dapr-operator the right to get Secrets in that namespace.',
    }),
  },
  {
    pattern: /identity does not match requested namespace exp=(\S+) got=(\S+)/,
    explain: ([, asked, own]) => ({
      code: codes.namespaceMismatch,
      cause: `daprd asks for resources of namespace ${asked}, its identity is for ${own}.`,
    }),
  },
  {
    pattern:
      /(?:^|error creating operator client: |runtime: |failed to load [\w ]+: )(?:context deadline exceeded|connection error|rpc error: code = (?:Unavailable|DeadlineExceeded))([^\n]*)/,
    explain: ([, why], seen) => ({
      code: codes.operatorUnreachable,
      cause: operatorCause(why, seen),
      fix: operatorFix(seen, why),
    }),
  },
  {
    pattern:
      /failed to load (components|declarative subscriptions|mcpservers|workflow access policies): ([^\n]*)/,
    explain: ([, what, why]) => ({
      code: codes.componentsNotLoaded,
      cause: `The ${what} of the namespace cannot be loaded: ${firstLine(
        innermost(why),
      )}.`,
      fix: 'Look at the log of dapr-operator for the resource that it could not hand over, and correct it.',
    }),
  },
];

function operatorCause(why: string, { flags }: Circumstances): string {
  const address = flags.get('control-plane-address') ?? 'its address';
  const host = /lookup ([^\s:]+)/.exec(why)?.[1];
  if (/no such host/.test(why)) {
    return `There is no ${
      host ?? address
    }, where daprd looks for the Dapr operator.`;
  }
  return `The Dapr operator ${how(why)} at ${address}.`;
}

function how(why: string): string {
  if (/connection refused/.test(why)) return 'refuses connections';
  return /x509|unexpected ID/.test(why)
    ? 'shows another certificate than daprd trusts'
    : 'does not answer';
}

function operatorFix(seen: Circumstances, why: string): string {
  const namespace = controlPlaneNamespace(seen);
  const { host, port } = seen.operator ?? {};
  const at = host && serviceOf(host, seen.input.instance.namespace, seen.clusterDomain); // prettier-ignore
  const isRight = at && at.name === SERVICE && at.namespace === namespace;
  const should = `${SERVICE}.${namespace ?? '<control plane namespace>'}.svc.${
    seen.clusterDomain
  }`;
  const set = setWhatDiffers([
    { key: 'shared.controlPlane.operator.address', should, is: isRight ? should : host }, // prettier-ignore
    { key: 'shared.controlPlane.operator.port', should: '443', is: port === 80 ? '443' : String(port) }, // prettier-ignore
  ]);
  if (/x509|unexpected ID/.test(why)) return untrustedFix(seen);
  if (set) return `${set}; check that dapr-operator runs.`;
  return (
    (/no such host/.test(why) ? unservedFix(host, seen) : undefined) ??
    `Check that dapr-operator runs in ${namespace}, and that network policies let the namespace reach it.`
  );
}
