import { loopbackOnly } from '../codes/identity';
import { finding } from '../finding';
import { flag } from './read';
import type { Check } from './types';

const LOOPBACK = /^(127\.|localhost$|\[?::1\]?$)/i;

export const listenAddressesCheck: Check = {
  code: loopbackOnly,
  run: input => {
    const list = flag(input, 'dapr-listen-addresses');
    const addresses = list?.split(',').map(address => address.trim()) ?? [];
    const reachable = addresses.some(address => !LOOPBACK.test(address));
    return addresses.length === 0 || reachable
      ? undefined
      : finding(loopbackOnly, {
          cause: `daprd listens on ${list}: no app reaches it through the Service.`,
          evidence: `--dapr-listen-addresses=${list}`,
        });
  },
};
