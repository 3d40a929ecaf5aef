import { asString, at } from '../../objects';
import { widelyReadableSecrets } from '../codes/security';
import { finding } from '../finding';
import { initConfigMap, podSpec } from './read';
import type { Check } from './types';

/** The chart's ClusterRole on secrets, bound to what every pod of a namespace runs under. */
export const serviceAccountCheck: Check = {
  code: widelyReadableSecrets,
  run: input => {
    const { namespace } = input.instance;
    const name = asString(at(podSpec(input), 'serviceAccountName')) || 'default'; // prettier-ignore
    return name !== 'default' || initConfigMap(input) === undefined
      ? undefined
      : finding(widelyReadableSecrets, {
          title: `ServiceAccount ${name} could read every Secret`,
          cause: `daprd runs under it, and the chart binds a ClusterRole on secrets to it: every pod of ${namespace} that names no other could read Secrets of the whole cluster.`, // prettier-ignore
          evidence: `serviceAccountName: ${name}`,
        });
  },
};
