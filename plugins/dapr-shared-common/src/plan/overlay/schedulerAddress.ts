import { asArray, asRecord, asString } from '../../objects';
import type { OverlayEntry } from './types';
import { mapDaprd, withFlag } from './workload';

const VARIABLE = 'DAPR_SCHEDULER_HOST_ADDRESS';
const FLAG = 'scheduler-host-address';

/** The scheduler's address as an argument, taken from the variable the chart writes. */
export const schedulerAddress: OverlayEntry = {
  name: 'scheduler-address',
  why: `Since Dapr 1.17 daprd ignores the variable ${VARIABLE}, the only place where the chart writes the scheduler's address: jobs, reminders and workflows would not run.`,
  // A daprd that is told of a scheduler does not get ready without it.
  appliesTo: ({ runtime, knowsFlag, hasScheduler = true }) =>
    runtime.schedulerAddress === 'flag' && knowsFlag(FLAG) && hasScheduler,
  apply: objects =>
    mapDaprd(objects, container => {
      const address = asString(
        asArray(container.env)
          .map(asRecord)
          .find(variable => variable?.name === VARIABLE)?.value,
      );
      return address ? withFlag(container, `--${FLAG}`, address) : container;
    }),
};
