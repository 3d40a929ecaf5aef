import * as codes from '../codes/runtime';
import type { Cause } from './cause';
import type { Circumstances } from './circumstances';
import { sentryAddress } from './facts/sentry';

/** How to tell the causes apart that the log is silent about. */
const TELL =
  'The log of the container before this one ends with the cause (kubectl logs --previous -c daprd): "connection refused" or a time-out is the address or the network, "unexpected ID" namespace or trust domain, "unknown authority" the trust anchors.';

/** Silence after `Fetching initial identity`, where nothing decides. */
export function silentCause(seen: Circumstances): Cause {
  const address = sentryAddress(seen);
  const port80 = seen.sentry?.port === 80;
  return {
    code: codes.sentrySilent,
    cause: port80
      ? `Waiting for Sentry at ${address}: most likely port 80, which is closed since Dapr 1.14.`
      : `Waiting for Sentry at ${address}: it is not reached, or not trusted.`,
    fix: `${
      port80
        ? 'Set shared.controlPlane.sentry.port: 443. If it is not that: '
        : ''
    }${TELL}`,
    evidence: 'nothing follows "Fetching initial identity"',
  };
}

/** A daprd that runs and is not ready, of which no log tells how far it came. */
export function notReadyCause(seen: Circumstances): Cause {
  const { channel, sentry, readyNeedsApp } = seen;
  const app =
    readyNeedsApp && channel?.host && channel.port > 0
      ? `the app at ${channel.host}:${channel.port} does not listen`
      : undefined;
  const identity =
    sentry?.port === 80
      ? `Sentry is asked at port 80, which is closed since Dapr 1.14`
      : `Sentry at ${sentryAddress(seen)} is not reached`;
  const candidates = sentry?.port === 80 ? [identity, app] : [app, identity];
  return {
    code: codes.notReady,
    cause: `daprd runs but is not ready: ${candidates.filter(Boolean).join(', or ')}.`, // prettier-ignore
    fix: `Read the log of daprd: it ends with "Fetching initial identity" where it waits for Sentry${
      sentry?.port === 80 ? ' (then set shared.controlPlane.sentry.port: 443)' : '' // prettier-ignore
    }${app ? ', and with "waiting on port" where it waits for the app' : ''}.`,
  };
}
