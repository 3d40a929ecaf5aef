import { otherNamespace, otherTrustDomain } from '../codes/controlPlane';
import { finding } from '../finding';
import { toldNamespace, toldTrustDomain } from './read';
import type { Check } from './types';

export const otherNamespaceCheck: Check = {
  code: otherNamespace,
  run: input => {
    const namespace = input.controlPlane?.namespace;
    const told = toldNamespace(input);
    if (!namespace || !told || told.value === namespace) return undefined;
    return finding(otherNamespace, {
      cause: `daprd takes ${told.value} for the namespace of the control plane; on this cluster it is ${namespace}.`, // prettier-ignore
      fix: `Set shared.controlPlane.namespace to ${namespace}, and every address and the audience with it; charts before 0.0.16 do not tell it to daprd.`, // prettier-ignore
      evidence: told.evidence,
    });
  },
};

export const otherTrustDomainCheck: Check = {
  code: otherTrustDomain,
  run: input => {
    const trustDomain = input.controlPlane?.trustDomain;
    const told = toldTrustDomain(input);
    if (!trustDomain || !told || told.value === trustDomain) return undefined;
    return finding(otherTrustDomain, {
      cause: `daprd takes ${told.value} for the trust domain of the control plane; on this cluster it is ${trustDomain}.`, // prettier-ignore
      fix: `Set shared.controlPlane.trustDomain to ${trustDomain}, and the audience with it.`, // prettier-ignore
      evidence: told.evidence,
    });
  },
};
