import { at } from '../../objects';
import { openToOutside } from '../codes/security';
import { finding } from '../finding';
import { apiToken, leadingServices, serviceName, tokenInWords } from './read';
import type { Check } from './types';

const OUTSIDE: readonly unknown[] = ['NodePort', 'LoadBalancer'];

export const exposureCheck: Check = {
  code: openToOutside,
  run: input => {
    const token = apiToken(input);
    const service = leadingServices(input).find(candidate =>
      OUTSIDE.includes(at(candidate, 'spec', 'type')),
    );
    if (!service || token.state === 'set') return undefined;
    const type = at(service, 'spec', 'type');
    return finding(openToOutside, {
      severity: token.state === 'none' ? 'high' : 'medium',
      cause: `${serviceName(service)} is of type ${type}, and ${tokenInWords(token)}.`, // prettier-ignore
      evidence: `spec.type: ${type}`,
    });
  },
};
