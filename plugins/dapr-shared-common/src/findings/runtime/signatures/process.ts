import * as codes from '../../codes/runtime';
import { lastMatch } from '../log/containerLog';
import type { LogLine } from '../log/logLine';
import { firstLine, groupsOf, type Signature } from './signature';

const LISTEN = /:(\d{1,5}): bind: ([\w ]+)/;

/** Arguments, ports and other matters of the process itself. */
export const processErrors: readonly Signature[] = [
  {
    pattern: /unknown (?:shorthand )?flag: (?:'\w' in )?(-{1,2}[\w-]+)/,
    explain: ([, flag], { input: { instance } }) => ({
      code: codes.unknownFlag,
      cause: `daprd${
        instance.daprdVersion ? ` ${instance.daprdVersion}` : ''
      } does not know the argument ${flag}.`,
      fix: `Take ${flag} out, or set shared.daprd.image.tag to a release that knows it.`,
    }),
  },
  {
    pattern: /invalid argument "([^"]*)" for "([^"]*)" flag/,
    explain: ([, value, flag]) => ({
      code: codes.invalidArgument,
      cause: `daprd does not accept ${value} for ${flag}.`,
    }),
  },
  {
    pattern: /flag needs an argument: (\S+)/,
    explain: ([, flag]) => ({
      code: codes.invalidArgument,
      cause: `The argument ${flag} has no value.`,
    }),
  },
  {
    pattern: /invalid value for '(app-protocol)'(?: option)?: ([^\n]*)/,
    explain: ([, , value]) => ({
      code: codes.invalidArgument,
      cause: `daprd does not know the app protocol ${firstLine(value)}.`,
      fix: 'Set shared.daprd.app.protocol to http, https, grpc, grpcs or h2c.',
    }),
  },
  {
    pattern: /the '([\w-]+)' argument value (\d+) conflicts with '([\w-]+)'/,
    explain: ([, flag, port, other]) => ({
      code: codes.invalidArgument,
      cause: `Port ${port} is given to both ${flag} and ${other}.`,
      fix: `Set shared.remotePort, or the port of ${flag} under shared.daprd, to another port.`,
    }),
  },
  {
    pattern:
      /value for 'health-probe-timeout' must be smaller than 'health-probe-interval'/,
    explain: () => ({
      code: codes.invalidArgument,
      cause:
        'The time-out of app health checks is not shorter than their interval.',
      fix: 'Set shared.daprd.appHealth.probeTimeout below shared.daprd.appHealth.probeInterval.',
    }),
  },
  {
    pattern:
      /(?:error parsing ([\w-]+)(?: flag)?|invalid value for '([\w-]+)'(?: option)?): ([^\n]*)/,
    explain: ([, parsed, option, why]) => ({
      code: codes.invalidArgument,
      cause: `daprd does not accept the value of --${
        parsed || option
      }: ${firstLine(why)}.`,
    }),
  },
  {
    pattern: /Failed to parse flags: ([^\n]*)/,
    explain: ([, why]) => ({
      code: codes.invalidArgument,
      cause: `daprd does not accept its arguments: ${firstLine(why)}.`,
    }),
  },
  {
    pattern: LISTEN,
    explain: ([, port, why]) => listens(port, why),
  },
  {
    pattern: /could not listen on any endpoint/,
    explain: (_, seen, lines) => {
      const bound = lastMatch(lines, LISTEN);
      if (bound) {
        const [, port, why] = groupsOf(bound.match);
        return listens(port, why);
      }
      return {
        code: codes.portTaken,
        cause: `daprd cannot listen on its ports at ${
          seen.flags.get('dapr-listen-addresses') || 'any address'
        }.`,
      };
    },
  },
  {
    pattern: /exec format error/,
    explain: () => ({
      code: codes.wrongPlatform,
      cause: "The image of daprd is not for the node's processor.",
    }),
  },
  {
    pattern: /^(?:panic: |fatal error: )([^\n]*)/,
    explain: ([, why], { input: { instance } }) => ({
      code: codes.crashed,
      cause: `daprd${
        instance.daprdVersion ? ` ${instance.daprdVersion}` : ''
      } crashed: ${firstLine(why)}.`,
    }),
  },
];

function listens(port: string, why: string) {
  return {
    code: codes.portTaken,
    cause: `daprd cannot listen on port ${port}: ${why}.`,
    fix: /permission denied/.test(why)
      ? `Give what listens on ${port} a port above 1023: shared.daprd.httpPort, grpcPort, internalGrpcPort, publicPort or metrics.port.`
      : `Let only one of shared.daprd.httpPort, grpcPort, internalGrpcPort, publicPort and metrics.port be ${port}, and no other container of the pod.`,
  };
}

/** A fatal line that is none of the known ones. */
export function unknownError(line: LogLine) {
  const message = line.message.replace(/^Fatal error from runtime: /, '');
  return {
    code: codes.fatalError,
    cause: `daprd ends with an error: ${firstLine(message)}.`,
    evidence: line.message,
  };
}
