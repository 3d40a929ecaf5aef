import * as codes from '../../codes/runtime';
import { asArray, asNumber, asString, at } from '../../../objects';
import { ending, type Cause } from '../cause';
import type { PodView } from '../podView';
import { isLiveness } from '../probes';

/** Long enough ago to be of no use. */
const RECENT_MS = 60 * 60_000;

/** A daprd that is ready now, and was killed not long ago. */
export function restartCause(
  { object, warnings }: PodView,
  now: Date,
): Cause | undefined {
  const daprd = asArray(at(object, 'status', 'containerStatuses')).find(
    c => at(c, 'name') === 'daprd',
  );
  const ended = at(daprd, 'lastState', 'terminated');
  const end = Date.parse(asString(at(ended, 'finishedAt')) ?? '');
  if (!(now.getTime() - end < RECENT_MS)) return undefined;
  const restarts = asNumber(at(daprd, 'restartCount')) ?? 0;
  const reason = asString(at(ended, 'reason'));
  const exitCode = asNumber(at(ended, 'exitCode'));
  const evidence = ending('daprd', reason, exitCode, restarts);
  if (reason === 'OOMKilled') {
    return {
      code: codes.outOfMemory,
      severity: 'high',
      cause: 'daprd runs again after it was killed for want of memory.',
      evidence,
    };
  }
  const unhealthy = warnings.find(isLiveness);
  return unhealthy
    ? {
        code: codes.livenessRestarts,
        severity: 'medium',
        cause: 'Liveness restarted daprd, which runs again.',
        evidence: `${evidence}; ${unhealthy.message}`,
      }
    : undefined;
}
