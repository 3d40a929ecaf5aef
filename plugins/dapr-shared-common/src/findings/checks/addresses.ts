import { addressesElsewhere, wrongPorts } from '../codes/controlPlane';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import { type Address, addresses, toldNamespace, written } from './read';
import type { Check } from './types';

/** Ports of the control plane's Services. Source: dapr/dapr, charts of 1.14 to 1.18; Sentry's moved and has its own check. */
const PORTS: readonly (readonly [service: RegExp, ports: readonly number[]])[] =
  [
    [/^dapr-api$/, [80, 443]],
    [/^dapr-placement-server(-\d+)?$/, [50005]],
    [/^dapr-scheduler-server(-\d+)?$/, [50006]],
  ];

export const addressesElsewhereCheck: Check = {
  code: addressesElsewhere,
  run: input => {
    const told = toldNamespace(input)?.value;
    const namespace = input.controlPlane?.namespace ?? told;
    const wrong = addresses(input).filter(
      address =>
        isElsewhere(address, [namespace, told]) || isForeign(address, input),
    );
    if (!namespace || wrong.length === 0) return undefined;
    const domain = input.clusterDomain ?? 'cluster.local';
    return finding(addressesElsewhere, {
      cause: `The control plane is in namespace ${namespace} of ${domain}; ${wrong.map(({ text }) => text).join(', ')} ${wrong.length === 1 ? 'leads' : 'lead'} elsewhere.`, // prettier-ignore
      fix: `Change ${wrong.map(({ from }) => from).join(', ')} to <service>.${namespace}.svc.${domain}.`, // prettier-ignore
      evidence: written(wrong),
    });
  },
};

/** What follows a wrong namespace that daprd is told is told with that. */
function isElsewhere(
  { namespace }: Address,
  expected: readonly (string | undefined)[],
): boolean {
  return namespace !== undefined && !expected.includes(namespace);
}

function isForeign(address: Address, { clusterDomain }: CheckInput): boolean {
  return (
    clusterDomain !== undefined &&
    address.clusterDomain !== undefined &&
    address.clusterDomain !== clusterDomain
  );
}

export const wrongPortsCheck: Check = {
  code: wrongPorts,
  run: input => {
    const wrong = addresses(input).flatMap(address => {
      const [, ports] = PORTS.find(([name]) => name.test(address.service)) ?? []; // prettier-ignore
      return !ports || !address.port || ports.includes(address.port)
        ? []
        : [{ address, should: `${address.service} has ${ports.join(' and ')}` }]; // prettier-ignore
    });
    return wrong.length === 0
      ? undefined
      : finding(wrongPorts, {
          cause: wrong.map(({ address, should }) => `${address.from} has port ${address.port}; ${should}.`).join(' '), // prettier-ignore
          evidence: written(wrong.map(({ address }) => address)),
        });
  },
};
