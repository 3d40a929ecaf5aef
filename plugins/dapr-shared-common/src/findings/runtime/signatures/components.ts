import * as codes from '../../codes/runtime';
import type { Cause } from '../cause';
import type { LogLine } from '../log/logLine';
import { firstLine, innermost, type Signature } from './signature';

/** What daprd says of a component: its name, type and version. */
const COMPONENT =
  String.raw`\[(?:INIT|CREATE)_COMPONENT_FAILURE\]: initialization error occurred for ([^\s(]+) \(([\w.-]+)\/([\w.-]+)\): ([^\n]*)`; // prettier-ignore

/** A component that keeps daprd from running. */
export const components: readonly Signature[] = [
  {
    pattern: /detected duplicate actor state store: (\S+) and (\S+)/,
    explain: ([, one, other]) => ({
      code: codes.componentFails,
      cause: `Components ${one} and ${other} both say that they are the actor state store.`,
      fix: `Take actorStateStore: "true" out of one of ${one} and ${other}, or keep one away with scopes.`,
    }),
  },
  {
    pattern: new RegExp(COMPONENT),
    explain: ([, name, type, version, why], _, lines) =>
      type === 'secretstores.kubernetes' && name === 'kubernetes'
        ? {
            code: codes.secretStoreNoAccess,
            cause: `The built-in secret store has no access to Kubernetes: ${firstLine(
              innermost(why),
            )}.`,
          }
        : componentCause({ name, type, version, why }, lines),
  },
  {
    pattern: /process component (\S+) error: ([^\n]*)/,
    explain: ([, name, why], _, lines) => componentCause({ name, why }, lines),
  },
  {
    pattern:
      /\[(?:INIT|CREATE)(?:_COMPONENT)?_FAILURE\]: (?:initialization error occurred for (\S+): )?([^\n]*)/,
    explain: ([, what, why]) => ({
      code: codes.componentFails,
      cause: `A part of daprd${
        what ? ` (${what})` : ''
      } cannot be initialised: ${firstLine(innermost(why))}.`,
      fix: 'Put right what the line names, and restart the pods.',
    }),
  },
];

interface Failed {
  name: string;
  type?: string;
  version?: string;
  why: string;
}

function componentCause(
  { name, type, version, why }: Failed,
  lines: readonly LogLine[],
): Cause {
  const what = type ? `${name} (${type})` : name;
  if (/couldn't find |incorrect type|unknown component category/.test(why)) {
    return {
      code: codes.componentUnknown,
      cause: `daprd does not know the type of component ${name}: ${
        type ? `${type}/${version}` : firstLine(innermost(why))
      }.`,
      fix: `Correct spec.type and spec.version of Component ${name}, or set shared.daprd.image.tag to a daprd that has it.`,
    };
  }
  if (/init timeout|context deadline exceeded/.test(why)) return timeout(what);
  const secret = lines.find(line =>
    /Error (?:getting|decoding) secret|secret store that isn't loaded/.test(
      line.message,
    ),
  );
  return {
    code: codes.componentFails,
    cause: `Component ${what} cannot be initialised: ${firstLine(
      innermost(why),
    )}.`,
    fix: secret
      ? `Put right first what daprd says of its secret: ${firstLine(
          secret.message,
        )}.`
      : `Make what Component ${name} connects to reachable, or correct its metadata. If this app does not need it, give the Component scopes; ignoreErrors: true lets daprd run without it.`,
  };
}

function timeout(what: string): Cause {
  return {
    code: codes.componentFails,
    cause: `Component ${what} was not initialised in time.`,
    fix: 'Make what it connects to reachable, or give it more time with spec.initTimeout.',
  };
}
