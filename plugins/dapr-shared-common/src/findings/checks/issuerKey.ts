import { issuerKey } from '../codes/security';
import { finding } from '../finding';
import { initConfigMap } from './read';
import type { Check } from './types';

export const issuerKeyCheck: Check = {
  code: issuerKey,
  run: input => {
    const name = initConfigMap(input);
    return name === undefined
      ? undefined
      : finding(issuerKey, {
          cause: `The init container copies the private key of Sentry's issuer into ConfigMap ${name} of ${input.instance.namespace}: whoever may read ConfigMaps there can mint identities of any Dapr app.`, // prettier-ignore
          evidence: `--config-map=${name}`,
        });
  },
};
