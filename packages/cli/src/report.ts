import {
  type Finding,
  type HealthReport,
  type Instance,
  severities,
} from 'backstage-plugin-dapr-shared-common';
import type { InputProblem, Location } from './input';

/** A finding, and where in the input its cause stands. */
export interface LocatedFinding {
  finding: Finding;
  location: Location;
}

/** What was found of one instance, or of values that come to none. */
export interface Result {
  instance?: Instance;
  /** Only of objects that came from a cluster; nothing else can tell. */
  health?: HealthReport;
  location: Location;
  /** What nothing told and was taken for granted, as `chart 1.16.0`. */
  assumed: string[];
  /** Worst first. */
  findings: LocatedFinding[];
}

/** All that the command has to say. */
export interface Report {
  /** Worst first. */
  results: Result[];
  /** Every finding of every result, worst first. */
  findings: LocatedFinding[];
  problems: InputProblem[];
  /** What was seen and could not be checked. */
  notes: string[];
}

/** Puts a report in order. */
export function reportOf(
  results: readonly Result[],
  problems: InputProblem[],
  notes: string[],
): Report {
  const sorted = results
    .map(result => ({
      ...result,
      findings: [...result.findings].sort((a, b) => rank(a) - rank(b)),
    }))
    .sort((a, b) => rank(a.findings[0]) - rank(b.findings[0]));
  return {
    results: sorted,
    findings: sorted
      .flatMap(({ findings }) => findings)
      .sort((a, b) => rank(a) - rank(b)),
    problems,
    notes,
  };
}

function rank(found: LocatedFinding | undefined): number {
  return found ? severities.indexOf(found.finding.severity) : severities.length;
}

/** `namespace/appId`, by which a report names an instance. */
export function nameOf({ namespace, appId }: Instance): string {
  return `${namespace}/${appId}`;
}
