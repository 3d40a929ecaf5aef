import { health, type HealthReport } from '../instance';
import { checks } from './checks';
import type { CheckInput } from './input';
import { bySeverity } from './order';
import { runtimeChecks } from './runtime';
import type { Finding } from './types';

/**
 * Whether an instance works, why not, and all that is wrong with it.
 *
 * @public
 */
export interface Assessment {
  /** Its summary is the first cause, where one is known. */
  health: HealthReport;
  /** In the order of what to do first. */
  findings: Finding[];
}

/**
 * Looks an instance over, with all that is known of it. Pure; what is not
 * known is not claimed, and what cannot be understood is passed over.
 *
 * @public
 */
export function assess(input: CheckInput): Assessment {
  const causes = run(runtimeChecks, input);
  const [first] = causes;
  const report = health({
    instance: input.instance,
    pods: input.pods,
    now: input.now,
    controlPlaneVersion: input.controlPlane?.version,
  });
  return {
    health:
      first && report.status !== 'healthy'
        ? { ...report, summary: first.cause }
        : report,
    findings: [...causes, ...run(checks, input)],
  };
}

function run(all: typeof checks, input: CheckInput): Finding[] {
  return all
    .flatMap(check => check.run(input) ?? [])
    .sort(bySeverity);
}
