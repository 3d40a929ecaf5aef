import { at } from '../../objects';
import { noTrustAnchors } from '../codes/controlPlane';
import { finding } from '../finding';
import { daprd, isKnownRuntime, literal, variable } from './read';
import type { Check } from './types';

/** Source: dapr/dapr, cmd/daprd/options; there is no file option. */
const VARIABLE = 'DAPR_TRUST_ANCHORS';

export const trustAnchorsCheck: Check = {
  code: noTrustAnchors,
  run: input => {
    const container = daprd(input);
    const given =
      literal(container, VARIABLE) ||
      at(variable(container, VARIABLE), 'valueFrom');
    return given || !isKnownRuntime(input)
      ? undefined
      : finding(noTrustAnchors, {
          cause: `The container daprd has no variable ${VARIABLE}, or an empty one.`,
        });
  },
};
