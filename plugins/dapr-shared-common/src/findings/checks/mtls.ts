import { mtlsDiffers } from '../codes/controlPlane';
import { finding } from '../finding';
import { isOn } from './read';
import type { Check } from './types';

export const mtlsCheck: Check = {
  code: mtlsDiffers,
  run: input => {
    const wanted = input.controlPlane?.mtls;
    const own = isOn(input, 'enable-mtls');
    if (wanted === undefined || wanted === own) return undefined;
    const word = (on: boolean) => (on ? 'on' : 'off');
    return finding(mtlsDiffers, {
      title: `mTLS is ${word(own)}, and ${word(wanted)} in the control plane`,
      cause: `Other Dapr apps speak to the internal port ${wanted ? 'by TLS, which daprd does not' : 'without TLS, which daprd demands'}, and the other way round.`, // prettier-ignore
      fix: `Set shared.daprd.mtls.enabled to ${wanted}.`,
      evidence: `--enable-mtls=${own}`,
    });
  },
};
