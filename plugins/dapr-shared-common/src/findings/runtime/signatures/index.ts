import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { ContainerLines } from '../log/containerLog';
import type { LogLine } from '../log/logLine';
import { components } from './components';
import { identity } from './identity';
import { operator } from './operator';
import { processErrors, unknownError } from './process';
import { sentryAnswers, sentryConnection } from './sentry';
import { explainLine } from './signature';

/** In the order in which daprd gets to them. */
const signatures = [
  ...identity,
  ...sentryConnection,
  ...sentryAnswers,
  ...components,
  ...operator,
  ...processErrors,
];

/** Why a daprd ended by itself, by what it wrote last. */
export function fatalCause(
  { running }: ContainerLines,
  seen: Circumstances,
): Cause | undefined {
  const fatal = running.findLast(line => line.level === 'fatal');
  if (fatal) {
    return explainLine(signatures, fatal, seen, running) ?? unknownError(fatal);
  }
  // Before its logger is set up, and when it crashes, daprd writes plain text.
  const plain = running.filter(line => line.level === '');
  // A crash prints its stack, whose first line tells.
  for (const line of plain) {
    const cause = explainLine(processErrors, line, seen, running);
    if (cause) return cause;
  }
  return undefined;
}

/**
 * Why a daprd that was told to stop had no identity: it says so only then.
 * Everything else after the signal belongs to the end.
 */
export function endingCause(
  { ending }: ContainerLines,
  seen: Circumstances,
): Cause | undefined {
  const fatal: LogLine | undefined = ending.find(
    line => line.level === 'fatal' && /initial identity/.test(line.message),
  );
  return (
    fatal &&
    (explainLine(
      [...sentryConnection, ...sentryAnswers],
      fatal,
      seen,
      ending,
    ) ??
      undefined)
  );
}
