import { compareRecords } from './compare';
import { importance } from './importance';
import { autoscaled, counterpart, known, type Known } from './match';
import { anyObject, objectShapes } from './objectShapes';
import type { Difference } from './types';
import { leftover, missing, otherStrategy, renamed } from './whole';
import { worded } from './wording';

/**
 * How the cluster is read for a comparison.
 *
 * @public
 */
export interface DriftOptions {
  /** Where expected objects without a namespace go. Default `default`. */
  namespace?: string;
  /**
   * Kinds that were read from the cluster: an absent object of another kind is
   * not known to be missing. Default: the workloads, and all kinds in `live`.
   */
  kinds?: readonly string[];
}

/**
 * The differences that matter between what Git says (rendered objects) and what
 * a cluster has, the most important first. What the API server fills in, what
 * controllers and tools write, and the order of flags, variables and ports are
 * no differences. Quantities are compared as amounts. Never throws.
 *
 * @param expected - the objects of one or more instances; Helm hooks are passed over
 * @param live - the cluster's objects, or lists of them; more than the instance's is fine
 * @public
 */
export function drift(
  expected: Iterable<unknown>,
  live: Iterable<unknown>,
  options: DriftOptions = {},
): Difference[] {
  const namespace = options.namespace ?? 'default';
  const wanted = known(expected, namespace);
  const found = known(live, namespace);
  const kinds = new Set(options.kinds ?? found.map(({ ref }) => ref.kind));
  const scaled = autoscaled([...wanted, ...found]);
  const pairs = wanted.map(one => ({
    one,
    other: counterpart(one, found, namespace),
  }));
  const paired = new Set(pairs.map(({ other }) => other));
  const spare = found.filter(
    other =>
      !paired.has(other) &&
      other.instance !== undefined &&
      wanted.some(({ instance }) => instance === other.instance),
  );

  const differences = pairs.flatMap(({ one, other }) => {
    if (other) return compareObjects(one, other, scaled);
    const index = spare.findIndex(({ instance }) => instance === one.instance);
    const [instead] = index < 0 ? [] : spare.splice(index, 1);
    if (instead) return replaced(one, instead, scaled);
    return one.instance || kinds.has(one.ref.kind)
      ? [missing(one.ref, namespace)]
      : [];
  });
  return [...differences, ...spare.map(({ ref }) => leftover(ref))].sort(
    (a, b) => rank(a) - rank(b),
  );
}

/** A workload of the same app id stands where another is expected. */
function replaced(
  one: Known,
  other: Known,
  scaled: ReadonlySet<string>,
): Difference[] {
  return one.strategy === other.strategy
    ? [renamed(one.ref, other.ref), ...compareObjects(one, other, scaled)]
    : [otherStrategy(other.ref, one.strategy, other.strategy)];
}

function compareObjects(
  { object }: Known,
  other: Known,
  scaled: ReadonlySet<string>,
): Difference[] {
  const shape = objectShapes[other.ref.kind] ?? anyObject;
  return compareRecords(object, other.object, shape, '')
    .filter(
      ({ path }) => path !== 'spec.replicas' || !scaled.has(other.ref.name),
    )
    .map(difference => worded(other.ref, difference));
}

function rank({ object, path }: Difference): number {
  return importance(object.kind, path);
}
