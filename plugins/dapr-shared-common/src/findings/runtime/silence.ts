import * as codes from '../codes/runtime';
import type { Cause } from './cause';
import type { Circumstances } from './circumstances';
import { asksPort80, sentryAddress } from './facts/sentry';

/** How to tell the causes apart that the log is silent about. */
const TELL =
  'The log of the container before this one ends with the cause (kubectl logs --previous -c daprd): "connection refused" or a time-out is the address or the network, "unexpected ID" namespace or trust domain, "unknown authority" the trust anchors.';

/** Silence after `Fetching initial identity`, where nothing decides. */
export function silentCause(
  seen: Circumstances,
  evidence = 'nothing follows "Fetching initial identity"',
): Cause {
  const address = sentryAddress(seen);
  const port80 = asksPort80(seen);
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
    evidence,
  };
}

/**
 * A daprd that runs and is not ready, of which no log tells how far it came.
 *
 * @param appIsUp - whether the app's endpoints were read, and are ready
 */
export function notReadyCause(seen: Circumstances, appIsUp: boolean): Cause {
  const { channel, readyNeedsApp } = seen;
  const port80 = asksPort80(seen);
  const address = `${channel?.host}:${channel?.port}`;
  const app =
    readyNeedsApp && channel?.host && channel.port > 0
      ? `the app at ${address} ${
          appIsUp
            ? 'is not reached, although its pods are ready'
            : 'does not listen'
        }`
      : undefined;
  const identity = port80
    ? 'Sentry is asked at port 80, which is closed since Dapr 1.14'
    : `Sentry at ${sentryAddress(seen)} is not reached, or not trusted`;
  const candidates = port80 || appIsUp ? [identity, app] : [app, identity];
  const setPort = port80 ? ' (then set shared.controlPlane.sentry.port: 443)' : ''; // prettier-ignore
  return {
    code: codes.notReady,
    cause: `daprd runs but is not ready: ${candidates.filter(Boolean).join(', or ')}.`, // prettier-ignore
    fix: `Read the log of daprd: it ends with "Fetching initial identity" where it waits for Sentry${setPort}${app ? ', and with "waiting on port" where it waits for the app' : ''}.`, // prettier-ignore
    evidence: 'daprd: running, not ready',
  };
}
