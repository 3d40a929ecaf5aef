import {
  assess,
  inspect,
  type Instance,
} from 'backstage-plugin-dapr-shared-common';
import { checkRelease } from './checkRelease';
import { type Evidence, evidenceOf } from './evidence';
import type { Facts } from './facts';
import {
  type InputProblem,
  type Location,
  parseDocuments,
  type Source,
} from './input';
import { isLive } from './objects';
import { redact } from './redact';
import { releasesOf } from './release';
import { type Report, reportOf, type Result } from './report';
import { type Scope, scopesOf } from './scope';

/** What a check has beside the input. */
export interface Context {
  facts: Facts;
  now: Date;
}

/** Finds every instance in the sources and says what is wrong with it. Pure. */
export function checkSources(
  sources: readonly Source[],
  problems: readonly InputProblem[],
  context: Context,
): Report {
  const parsed = sources.map(parseDocuments);
  const documents = parsed.flatMap(p => p.documents);
  const scopes = scopesOf(documents).map(scope => checkScope(scope, context));
  const report = reportOf(
    scopes.flatMap(({ results }) => results),
    [...problems, ...parsed.flatMap(p => p.problems)],
    scopes.flatMap(({ notes }) => notes),
  );
  return redact(report, documents);
}

function checkScope(scope: Scope, context: Context) {
  const { releases, notes } = releasesOf(scope);
  const objects = scope.objects.map(({ object }) => object);
  const evidence = evidenceOf(objects, context.facts);
  const placeOf = new Map(scope.objects.map(o => [o.object, o.locate]));
  const found = inspect(objects, { namespace: context.facts.namespace }).map(
    instance => {
      const locate = placeOf.get(instance.workloads[0].object);
      const location = locate?.() ?? { file: '', line: 1, column: 1 };
      return checkInstance(instance, location, evidence(instance), context);
    },
  );
  const fromValues = releases.flatMap(release => {
    const results = checkRelease(release, evidence, context);
    if (!scope.instanceFile) return results;
    // The final objects lie beside their values: the objects are what runs.
    return results.filter(result => {
      const same = found.find(other => isSame(other, result));
      same?.findings.push(...result.ofValues);
      return !same;
    });
  });
  return { results: [...found, ...fromValues], notes };
}

function isSame({ instance: a }: Result, { instance: b }: Result): boolean {
  return a !== undefined && a.namespace === b?.namespace && a.appId === b.appId;
}

function checkInstance(
  instance: Instance,
  location: Location,
  evidence: Evidence,
  { facts, now }: Context,
): Result {
  const [workload] = instance.workloads;
  const { health, findings } = assess({ instance, now, ...evidence });
  const isNamed = workload.object.metadata?.namespace || facts.namespace;
  return {
    instance,
    ...(isLive(workload.object) ? { health } : {}),
    location,
    assumed: isNamed ? [] : [`namespace ${instance.namespace}`],
    findings: findings.map(finding => ({ finding, location })),
  };
}
