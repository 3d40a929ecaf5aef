import * as codes from '../../codes/runtime';
import type { FindingCode } from '../../types';
import { channelText, type Circumstances } from '../circumstances';
import { parseAddress } from '../address';
import { unservedFix, untrustedFix } from '../facts/fixes';
import { firstLine, innermost, type Groups } from '../signatures/signature';

/** A line of a daprd that runs, of something that does not work all the same. */
export interface Complaint {
  code: FindingCode;
  pattern: RegExp;
  /** A later line that says that it works now. */
  resolved?: RegExp;
  explain(
    groups: Groups,
    seen: Circumstances,
  ):
    | {
        cause: string;
        fix?: string;
        /** The same of a daprd whose health waits for it. Source: answers of daprd 1.18.1. */
        blocking?: string;
      }
    | undefined;
}

const COMPONENT =
  /^Ignoring error processing component: process component (\S+) error: ([^\n]*)/;

export const complaints: readonly Complaint[] = [
  {
    code: codes.componentIgnored,
    pattern: COMPONENT,
    explain: ([, name, why]) => ({
      cause: `Component ${name} is absent: ${firstLine(innermost(why))}.`,
      fix: `Make what Component ${name} connects to reachable, or correct its metadata, then restart the pods. Without ignoreErrors: true daprd would not start with it.`,
    }),
  },
  {
    code: codes.secretNotResolved,
    pattern: /^(\w+) (\S+) references a secret store that isn't loaded: (\S+)/,
    explain: ([, kind, name, store]) => ({
      cause: `${kind} ${name} takes its secrets from store ${store}, which daprd has not loaded.`,
      fix: `Create the secret store ${store} in the namespace of the instance with this app in its scopes, or correct auth.secretStore of ${name}.`,
    }),
  },
  {
    code: codes.secretNotResolved,
    pattern: /^Error (?:getting|decoding) secret: ([^\n]*)/,
    explain: ([, why]) => ({
      cause: `A secret that a component refers to cannot be had: ${firstLine(
        innermost(why),
      )}.`,
    }),
  },
  {
    code: codes.secretNotResolved,
    pattern:
      /^(\w+) (\S+) references an env variable that isn't allowed: (\S+)/,
    explain: ([, kind, name, variable]) => ({
      cause: `${kind} ${name} refers to variable ${variable}, which daprd does not hand on.`,
      fix: `Use a secret in ${name}: variables that begin with DAPR_, and APP_API_TOKEN, are never handed on.`,
    }),
  },
  {
    code: codes.resiliencyUnread,
    pattern: /^Could not (?:read|parse) resiliency(?: policy (\S+))?: ([^\n]*)/,
    explain: ([, name, why]) => ({
      cause: `Resiliency policy${
        name ? ` ${name}` : ''
      } is not in force: ${firstLine(why)}.`,
      fix: `Correct ${
        name
          ? `Resiliency ${name}`
          : 'the Resiliency resources of the namespace'
      }, then restart the pods.`,
    }),
  },
  {
    code: codes.resourcesUnread,
    pattern:
      /^(?:Error listing|failed to load) (resiliency policies|http endpoints|HTTP endpoints|MCP servers|workflow access policies): (?!.*Canceled)([^\n]*)/,
    explain: ([, what, why]) => ({
      cause: `The ${what} of the namespace were not loaded: ${firstLine(
        innermost(why),
      )}.`,
    }),
  },
  {
    code: codes.subscriptionFails,
    pattern:
      /^(?:Failed to start (?:declared )?subscription (?:(\S+) )?for|Retry failed for subscription) pubsub (\S+), topic (\S+): ([^\n]*)/,
    explain: ([, , pubsub, topic, why]) => ({
      cause: `The subscription to topic ${topic} of ${pubsub} does not start: ${firstLine(
        innermost(why),
      )}.`,
    }),
  },
  {
    code: codes.subscriptionFails,
    pattern: /^failed to subscribe to topics: ([^\n]*)/,
    explain: ([, why]) => ({
      cause: `Topics are not subscribed to: ${firstLine(innermost(why))}.`,
    }),
  },
  {
    code: codes.bindingFails,
    pattern:
      /^(?:failed to read from bindings|error reading from input binding \S+): ([^\n]*)/,
    explain: ([whole, why]) => {
      const name = /input binding (\S+):/.exec(whole)?.[1];
      return {
        cause: `Input binding${
          name ? ` ${name} is` : 's are'
        } not read: ${firstLine(innermost(why))}.`,
      };
    },
  },
  {
    code: codes.placementUnreachable,
    pattern:
      /^Failed to connect to placement service: ([^\n]*?)(?:\. Retrying\.\.\.)?$/,
    resolved: /^Connected to placement service|^Dissemination complete/,
    explain: ([, why], seen) => {
      const address = seen.flags.get('placement-host-address');
      const what = `${unreachable(why)} at ${address ?? 'its address'}`;
      return {
        cause: `Placement ${what}: actors and workflows do not work.`,
        blocking: `Waiting for placement, which ${what}.`,
        fix: connectionFix(why, address, seen),
      };
    },
  },
  {
    code: codes.schedulerUnreachable,
    pattern:
      /^(?:Failed to connect to scheduler host|Failed to watch scheduler jobs, retrying|Scheduler stream error, re-connecting): ([^\n]*)/,
    resolved:
      /^Connected and received scheduler hosts|^Scheduler stream connected/,
    explain: ([, why], seen) => {
      const address =
        seen.flags.get('scheduler-host-address') ??
        seen.env.get('DAPR_SCHEDULER_HOST_ADDRESS');
      const what = `${unreachable(why)} at ${address ?? 'its address'}`;
      return {
        cause: `The scheduler ${what}: jobs, actor reminders and workflows do not work.`,
        blocking: `Waiting for the scheduler, which ${what}.`,
        fix: connectionFix(why, address, seen),
      };
    },
  },
  {
    code: codes.schedulerUnused,
    pattern: /^No scheduler host addresses provided\. Scheduler disabled/,
    // Who names no scheduler wants none.
    explain: (_, { flags, env }) => {
      const address = env.get('DAPR_SCHEDULER_HOST_ADDRESS');
      return address && !flags.has('scheduler-host-address')
        ? {
            cause:
              'daprd ignores DAPR_SCHEDULER_HOST_ADDRESS since Dapr 1.17: jobs, actor reminders and workflows do not work.',
            fix: `Give daprd the argument --scheduler-host-address=${address}; plans of this project add it.`,
          }
        : undefined;
    },
  },
  {
    code: codes.appUnhealthy,
    pattern: /^App entered un-healthy status(?:: ([^\n]*))?/,
    resolved: /^App entered healthy status/,
    explain: ([, why], { flags, channel }) => ({
      cause: `The app at ${channelText(channel)} fails daprd's health check${
        why ? `: ${firstLine(why)}` : ''
      }.`,
      fix: `Let the app answer 2xx at ${
        flags.get('app-health-check-path') ?? '/healthz'
      }, or correct shared.daprd.appHealth.checkPath; until then subscriptions, bindings, jobs and actors wait.`,
    }),
  },
  {
    code: codes.protocolMismatch,
    pattern:
      /^(?!.*(?:component|placement|scheduler|sentry|operator|_FAILURE))[^\n]*(malformed HTTP (?:response|version)|http2: frame too large|error reading server preface|server gave HTTP response to HTTPS client|first record does not look like a TLS handshake|unexpected HTTP status code received from server)/,
    explain: ([, why], { channel }) => {
      const protocol = channel?.protocol ?? 'http';
      const others = otherProtocols(why, protocol);
      return others.length > 0
        ? {
            cause: `The app does not speak ${protocol}: ${why}.`,
            fix: `Set shared.daprd.app.protocol to what the app speaks: ${others.join(
              ' or ',
            )}.`,
          }
        : undefined;
    },
  },
  {
    code: codes.identityNotRenewed,
    pattern: /^Error renewing identity[^:]*: ([^\n]*)/,
    resolved: /^Successfully renewed/,
    explain: ([, why], { flags }) => ({
      cause: `daprd cannot renew its identity: ${firstLine(innermost(why))}.`,
      fix: `Make Sentry reachable at ${
        flags.get('sentry-address') ?? 'its address'
      } before the certificate expires (24 h after its issue); daprd tries on by itself.`,
    }),
  },
];

const UNKNOWN_NAME = /no such host|no addresses found|failed to lookup/;

const UNTRUSTED = /x509|unexpected (?:SPIFFE )?ID|handshake failed/;

/** Where a name or a certificate is the trouble, the address may be right all the same. */
function connectionFix(
  why: string,
  address: string | undefined,
  seen: Circumstances,
): string | undefined {
  const host = parseAddress(address?.split(',')[0])?.host;
  if (UNKNOWN_NAME.test(why)) return unservedFix(host, seen);
  return UNTRUSTED.test(why) ? untrustedFix(seen) : undefined;
}

function unreachable(why: string): string {
  if (/connection refused/.test(why)) return 'refuses connections';
  if (UNKNOWN_NAME.test(why)) return 'is not known';
  if (UNTRUSTED.test(why)) return 'is not trusted';
  return 'cannot be reached';
}

/** What the app may speak instead, likely ones first; none where it cannot be the app's. */
function otherProtocols(why: string, protocol: string): readonly string[] {
  if (/HTTPS client|TLS handshake/.test(why)) {
    return protocol.endsWith('s') ? [protocol.slice(0, -1)] : [];
  }
  const likely = /malformed HTTP/.test(why)
    ? ['grpc', 'h2c']
    : ['http', 'https', 'grpc', 'grpcs', 'h2c'];
  return likely.filter(other => other !== protocol);
}
