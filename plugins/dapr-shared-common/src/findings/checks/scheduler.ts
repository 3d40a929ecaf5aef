import { runtimeFactsOf } from '../../runtime';
import { noScheduler } from '../codes/controlPlane';
import { finding } from '../finding';
import { daprd, flag, literal } from './read';
import type { Check } from './types';

const ARGUMENT = 'scheduler-host-address';
const VARIABLE = 'DAPR_SCHEDULER_HOST_ADDRESS';

export const schedulerCheck: Check = {
  code: noScheduler,
  run: input => {
    const version = input.instance.daprdVersion ?? '';
    const byArgument = runtimeFactsOf(version)?.schedulerAddress === 'flag';
    // Without a scheduler on the cluster there is none to be told of.
    const none = input.controlPlane?.scheduler === false;
    if (!byArgument || flag(input, ARGUMENT) || none) return undefined;
    const address = literal(daprd(input), VARIABLE);
    return finding(noScheduler, {
      cause: `daprd ${version} takes the address of the scheduler from the argument --${ARGUMENT} alone${address ? `; it is in the variable ${VARIABLE}, which is ignored` : ''}.`, // prettier-ignore
      ...(address
        ? {
            fix: `Give daprd the argument --${ARGUMENT}=${address}; the overlay scheduler-address does.`,
            evidence: `${VARIABLE}=${address}`,
          }
        : {}),
    });
  },
};
