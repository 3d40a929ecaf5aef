import { otherOwnNamespace } from '../codes/identity';
import { finding } from '../finding';
import { daprd, literal } from './read';
import type { Check } from './types';

const VARIABLE = 'NAMESPACE';

export const ownNamespaceCheck: Check = {
  code: otherOwnNamespace,
  run: input => {
    const told = literal(daprd(input), VARIABLE);
    const { namespace } = input.instance;
    return !told || told === namespace
      ? undefined
      : finding(otherOwnNamespace, {
          cause: `The variable ${VARIABLE} is ${told}, and the pods run in ${namespace}.`,
          evidence: `${VARIABLE}: ${told}`,
        });
  },
};
