import {
  initNamespaceDefault as DEFAULT,
  initNamespaceVariable as VARIABLE,
} from '../../instance/initContainer';
import { initNamespace } from '../codes/controlPlane';
import { finding } from '../finding';
import { daprd, initContainer, literal, toldNamespace, variable } from './read';
import type { Check } from './types';

export const initNamespaceCheck: Check = {
  code: initNamespace,
  run: input => {
    const init = initContainer(input);
    const told = variable(daprd(input), 'DAPR_CONTROLPLANE_NAMESPACE')
      ? toldNamespace(input)?.value
      : undefined;
    const namespace = input.controlPlane?.namespace ?? told;
    const own = variable(init, VARIABLE) ? literal(init, VARIABLE) : DEFAULT;
    if (!init || !namespace || !own || own === namespace) return undefined;
    return finding(initNamespace, {
      title: `The init container looks for Dapr's CA in ${own}`,
      cause: `The control plane is in ${namespace}. The init container finds no trust bundle in ${own}, writes empty values and ends well all the same.`, // prettier-ignore
      fix: `Use the hardened identity (overlay.identity), which has no init container; or set its variable ${VARIABLE} to ${namespace}.`, // prettier-ignore
      evidence: `${VARIABLE}: ${own}`,
    });
  },
};
