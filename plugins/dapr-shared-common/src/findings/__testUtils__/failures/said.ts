import { assess } from '../../assess';
import { runtimeFindings } from '../../runtime';
import type { Failure } from './types';

/** Each failure with each extent of what was given, by a name for people. */
export function casesOf(groups: Readonly<Record<string, readonly Failure[]>>) {
  return Object.values(groups)
    .flat()
    .flatMap(({ name, given }) =>
      Object.entries(given).map(([what, input]) => ({
        name,
        given: what,
        input,
      })),
    );
}

/** What is said of a case: a row of `__fixtures__/said.json`. */
export function saidOf({
  name,
  given,
  input,
}: ReturnType<typeof casesOf>[number]) {
  const { causes, others } = runtimeFindings(input);
  return {
    failure: name,
    given,
    health: assess(input).health.status,
    said: [...causes, ...others].map(
      ({ code, severity, cause, fix, evidence }) => ({ code, severity, cause, fix, evidence }), // prettier-ignore
    ),
  };
}
