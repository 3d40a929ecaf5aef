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
  const port80 = asksPort80(seen);
  const app = appCandidate(seen, appIsUp);
  const identity = port80
    ? 'Sentry is asked at port 80, which is closed since Dapr 1.14'
    : `Sentry at ${sentryAddress(seen)} is not reached, or not trusted`;
  const setPort = port80 ? ' (then set shared.controlPlane.sentry.port: 443)' : ''; // prettier-ignore
  return {
    code: codes.notReady,
    cause: `daprd runs but is not ready: ${either([
      ...(port80 || appIsUp ? [identity, app] : [app, identity]),
      servicesCandidate(seen),
    ])}.`,
    fix: readLog([
      `"Fetching initial identity" where it waits for Sentry${setPort}`,
      ...furtherEnds(seen, app),
    ]),
    evidence: 'daprd: running, not ready',
  };
}

/**
 * A daprd that answers its probes and says that it is not ready: it has its
 * identity, and nothing tells what of the rest it waits for.
 */
export function startedCause(
  seen: Circumstances,
  appIsUp: boolean,
  evidence = 'daprd: running, not ready',
): Cause {
  const app = appCandidate(seen, appIsUp);
  const services = servicesCandidate(seen);
  return {
    code: codes.notReady,
    cause: `daprd has started but is not ready: ${either(
      appIsUp ? [services, app] : [app, services],
    )}.`,
    fix: readLog(furtherEnds(seen, app)),
    evidence,
  };
}

/** What is known of its app, where its health waits for that. */
function appCandidate(
  { channel, readyNeedsApp }: Circumstances,
  appIsUp: boolean,
): string | undefined {
  if (!readyNeedsApp || !channel?.host || channel.port === 0) return undefined;
  return `the app at ${channel.host}:${channel.port} ${
    appIsUp ? 'is not reached, although its pods are ready' : 'does not listen'
  }`;
}

/** Placement and scheduler, where its health waits for them. Source: answers of daprd 1.18.1. */
function servicesCandidate(seen: Circumstances): string | undefined {
  const names = waitedFor(seen);
  return names.length > 0 ? `${names.join(' or ')} is not reached` : undefined;
}

function waitedFor({ flags, readyNeedsApp }: Circumstances): string[] {
  if (!readyNeedsApp) return [];
  return [
    ...(flags.get('placement-host-address') ? ['placement'] : []),
    ...(flags.get('scheduler-host-address') ? ['the scheduler'] : []),
  ];
}

/** How the log of a daprd that has its identity may end, each with what it means. */
function furtherEnds(seen: Circumstances, app: string | undefined): string[] {
  const names = waitedFor(seen);
  return [
    ...(app ? ['"waiting on port" where it waits for the app'] : []),
    ...(names.length > 0 ? [`"Failed to connect to" where it waits for ${names.join(' or ')}`] : []), // prettier-ignore
  ];
}

function readLog(ends: readonly string[]): string {
  return ends.length > 0
    ? `Read the log of daprd: it ends with ${ends.join(', and with ')}.`
    : 'Read the log of daprd.';
}

function either(candidates: readonly (string | undefined)[]): string {
  const known = candidates.filter(candidate => candidate !== undefined);
  return known.length > 0 ? known.join(', or ') : 'its log tells why';
}
