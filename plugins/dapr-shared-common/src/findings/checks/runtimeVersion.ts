import {
  parseRuntimeVersion,
  runtimeSupport,
  runtimeVerifiedUpTo,
  supportedRuntimes,
} from '../../runtime';
import { compareMinor } from '../../runtime/version';
import {
  runtimeNewer,
  runtimeSkew,
  runtimeUnsupported,
  tagUnreadable,
} from '../codes/version';
import { finding } from '../finding';
import type { Check } from './types';

export const runtimeNewerCheck: Check = {
  code: runtimeNewer,
  run: ({ instance: { daprdVersion } }) =>
    daprdVersion && runtimeSupport(daprdVersion) === 'newer'
      ? finding(runtimeNewer, {
          title: `Dapr ${daprdVersion} is newer than what was checked`,
          // It runs, or something else tells why not.
          severity: 'low',
          cause: `What is known of Dapr ${runtimeVerifiedUpTo} was used for ${daprdVersion}: some findings may be missing or wrong.`, // prettier-ignore
        })
      : undefined,
};

export const runtimeUnsupportedCheck: Check = {
  code: runtimeUnsupported,
  run: ({ instance: { daprdVersion } }) =>
    daprdVersion && runtimeSupport(daprdVersion) === 'ended'
      ? finding(runtimeUnsupported, {
          title: `Dapr ${daprdVersion} is out of support`,
          cause: `Dapr supports its three newest minor releases: ${supportedRuntimes.join(', ')}.`, // prettier-ignore
          fix: `Upgrade the control plane, then daprd, to ${supportedRuntimes[0]}.`, // prettier-ignore
        })
      : undefined,
};

export const runtimeSkewCheck: Check = {
  code: runtimeSkew,
  run: ({ instance: { daprdVersion = '' }, controlPlane }) => {
    const version = controlPlane?.version ?? '';
    const own = parseRuntimeVersion(daprdVersion);
    const theirs = parseRuntimeVersion(version);
    if (!own || !theirs) return undefined;
    const ahead = compareMinor(own, theirs);
    // Out of support is told already, and the cure is the same.
    const told = ahead < 0 && runtimeSupport(daprdVersion) === 'ended';
    if (ahead === 0 || told) return undefined;
    return finding(runtimeSkew, {
      title: `daprd is ${ahead > 0 ? 'newer' : 'older'} than its control plane`,
      severity: ahead > 0 ? 'medium' : 'low',
      cause: `daprd is ${daprdVersion}, and the control plane ${version}.`,
      fix:
        ahead > 0
          ? `Upgrade the control plane to ${daprdVersion}, or run daprd ${version}.`
          : `Upgrade daprd to ${version}.`,
    });
  },
};

export const tagUnreadableCheck: Check = {
  code: tagUnreadable,
  run: ({ instance }) => {
    const { image } = instance.workloads[0];
    const { daprdVersion } = instance;
    if (!image || parseRuntimeVersion(daprdVersion ?? '')) return undefined;
    const pinned = image.includes('@');
    return finding(tagUnreadable, {
      title: daprdVersion
        ? `The image tag ${daprdVersion} names no version of Dapr`
        : 'The image names no version of Dapr',
      // A digest does not move; what is behind it is all that is not known.
      severity: pinned ? 'low' : 'medium',
      cause: `It is not known which release ${image} holds${pinned ? '' : ', and another may be behind it tomorrow'}.`, // prettier-ignore
      evidence: `image: ${image}`,
    });
  },
};
