import { InputError } from '@backstage/errors';
import type { AdviceInput } from './types';

/**
 * Refuses numbers that nothing can be counted with.
 *
 * @throws InputError that names each field
 */
export function checkAdviceInput(input: AdviceInput): void {
  const { appPods, appIds, readyNodes, replicas, requestsPerSecond } = input;
  const problems = [
    wrong('appIds', appIds, 1),
    wrong('readyNodes', readyNodes, 0),
    wrong('replicas', replicas, 1),
    wrong('appPods.min', appPods?.min, 0),
    wrong('appPods.max', appPods?.max, 1),
    appPods && appPods.min > appPods.max
      ? `appPods.min must be at most appPods.max; it is ${appPods.min}.`
      : undefined,
    requestsPerSecond !== undefined &&
    !(Number.isFinite(requestsPerSecond) && requestsPerSecond >= 0)
      ? `requestsPerSecond must be 0 or more; it is ${requestsPerSecond}.`
      : undefined,
  ].filter(problem => problem !== undefined);
  if (problems.length > 0) throw new InputError(problems.join('\n'));
}

function wrong(field: string, value: number | undefined, least: number) {
  return value === undefined || (Number.isInteger(value) && value >= least)
    ? undefined
    : `${field} must be a whole number, ${least} or more; it is ${value}.`;
}
