import { health } from '../../instance';
import { twoWorkloads } from '../codes/identity';
import { finding } from '../finding';
import type { Check } from './types';

/** Two workloads of one app id, neither of which is on its way out or in. */
export const twoWorkloadsCheck: Check = {
  code: twoWorkloads,
  run: ({ instance, pods, now }) => {
    const lasting = instance.workloads.filter(({ deletedAt }) => !deletedAt);
    const [first, ...others] = lasting;
    if (!first || others.length === 0) return undefined;
    // What comes from files does not replace anything by itself.
    const live = lasting.every(({ createdAt }) => createdAt !== undefined);
    if (live && health({ instance, pods, now }).reason !== 'Duplicate') {
      return undefined;
    }
    const names = lasting.map(({ kind, name }) => `${kind} ${name}`);
    return finding(twoWorkloads, {
      cause: `${names.join(' and ')} of ${
        instance.namespace
      } both run daprd for ${instance.appId}.`,
      fix: live
        ? `Keep ${first.kind} ${first.name}, the newest, and remove ${names.slice(1).join(' and ')} with the release that made it, unless it is the other one that you want.` // prettier-ignore
        : `Keep one of ${names.join(' and ')}.`,
      evidence: names.join(', '),
    });
  },
};
