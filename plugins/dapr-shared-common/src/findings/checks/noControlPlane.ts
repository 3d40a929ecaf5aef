import { noControlPlane } from '../codes/controlPlane';
import { finding } from '../finding';
import type { Check } from './types';

export const noControlPlaneCheck: Check = {
  code: noControlPlane,
  run: ({ controlPlane }) =>
    controlPlane === null
      ? finding(noControlPlane, {
          cause: 'The cluster was read, and no dapr-operator runs on it.',
        })
      : undefined,
};
