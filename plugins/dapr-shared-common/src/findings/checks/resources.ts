import { asString, at } from '../../objects';
import { noRequests, noSoftLimit } from '../codes/capacity';
import { finding } from '../finding';
import { daprd, variable } from './read';
import type { Check } from './types';

const VARIABLE = 'GOMEMLIMIT';

export const noRequestsCheck: Check = {
  code: noRequests,
  run: input => {
    const resources = at(daprd(input), 'resources');
    // Kubernetes takes a limit for a request where there is none.
    const memory = at(resources, 'requests', 'memory') ?? at(resources, 'limits', 'memory'); // prettier-ignore
    return memory === undefined
      ? finding(noRequests, {
          cause: 'The container daprd requests no memory: where a node runs short, it is evicted first.', // prettier-ignore
        })
      : undefined;
  },
};

export const noSoftLimitCheck: Check = {
  code: noSoftLimit,
  run: input => {
    const container = daprd(input);
    const limit = asString(at(container, 'resources', 'limits', 'memory'));
    return limit === undefined || variable(container, VARIABLE)
      ? undefined
      : finding(noSoftLimit, {
          cause: `The container daprd may use ${limit}, and ${VARIABLE} does not tell it so: it is killed before it collects what it could.`, // prettier-ignore
          evidence: `resources.limits.memory: ${limit}`,
        });
  },
};
