import { runtimeFactsOf } from '../../runtime';
import { sentryPort } from '../codes/controlPlane';
import { finding } from '../finding';
import { addresses } from './read';
import type { Check } from './types';

/** Sentry's Service of a usual installation. */
const SERVICE = 'dapr-sentry';

export const sentryPortCheck: Check = {
  code: sentryPort,
  run: input => {
    const { controlPlane, instance } = input;
    const address = addresses(input).find(({ service }) => service === SERVICE);
    const version = controlPlane?.version;
    const facts = runtimeFactsOf(version ?? instance.daprdVersion ?? '');
    if (!address?.port || !facts || controlPlane === null) return undefined;
    if (address.port === facts.sentryPort) return undefined;
    return finding(sentryPort, {
      title: `Sentry is called at port ${address.port}, which it does not have`,
      // A control plane is upgraded before its daprds, as a rule.
      severity: version ? 'high' : 'medium',
      cause: version
        ? `The control plane is ${version}, whose Sentry has port ${facts.sentryPort} alone.` // prettier-ignore
        : `Since Dapr 1.14 Sentry has port ${facts.sentryPort} alone. The version of the control plane is not known; daprd is ${instance.daprdVersion}, and the control plane is hardly older.`, // prettier-ignore
      fix: `Set shared.controlPlane.sentry.port to ${facts.sentryPort}.`,
      evidence: `${address.from}=${address.text}`,
    });
  },
};
