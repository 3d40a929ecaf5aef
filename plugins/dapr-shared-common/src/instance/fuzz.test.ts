import fc from 'fast-check';
import { asArray, asRecord, type KubeObject } from '../objects';
import { drift, health, inspect, podsOf, readControlPlane, readMtls } from '.';
import liveDaemonsets from './__fixtures__/live/daemonsets.json';
import liveDeployments from './__fixtures__/live/deployments.json';
import livePods from './__fixtures__/live/pods.json';
import services from './__fixtures__/live/services.json';
import daemonsets from './__fixtures__/trouble/daemonsets.json';
import deployments from './__fixtures__/trouble/deployments.json';
import pods from './__fixtures__/trouble/pods.json';

type Path = readonly (string | number)[];

/** The managed fields are most of an object, and nobody reads them. */
function withoutManagedFields<T extends { metadata: object }>(item: T): T {
  return { ...item, metadata: { ...item.metadata, managedFields: [] } };
}

const workloads: KubeObject[] = [
  ...[liveDaemonsets, daemonsets].flatMap(list => list.items.map(item => ({ ...withoutManagedFields(item), kind: 'DaemonSet' }))), // prettier-ignore
  ...[liveDeployments, deployments].flatMap(list => list.items.map(item => ({ ...withoutManagedFields(item), kind: 'Deployment' }))), // prettier-ignore
];
const podList: KubeObject[] = [livePods, pods].flatMap(list =>
  list.items.map(item => ({ ...withoutManagedFields(item), kind: 'Pod' })),
);
const others: KubeObject[] = services.items.map(item => ({
  ...withoutManagedFields(item),
  kind: 'Service',
}));

function pathsOf(value: unknown, path: Path = []): Path[] {
  const children = Array.isArray(value)
    ? value.map((child, index): [number, unknown] => [index, child])
    : Object.entries(asRecord(value) ?? {});
  return [
    path,
    ...children.flatMap(([key, child]) => pathsOf(child, [...path, key])),
  ];
}

const REMOVE = Symbol('remove');

/** The value with what is at the path removed or replaced. */
function mutated(value: unknown, path: Path, change: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change === REMOVE ? undefined : change;
  if (typeof key === 'number') {
    return asArray(value).flatMap((entry, index) => {
      if (index !== key) return [entry];
      return rest.length === 0 && change === REMOVE
        ? []
        : [mutated(entry, rest, change)];
    });
  }
  const entries = Object.entries(asRecord(value) ?? {}).flatMap(
    ([name, entry]): [string, unknown][] => {
      if (name !== key) return [[name, entry]];
      return rest.length === 0 && change === REMOVE
        ? []
        : [[name, mutated(entry, rest, change)]];
    },
  );
  return Object.fromEntries(entries);
}

/** What no reader expects, with names that JavaScript gives a meaning. */
const anything = fc.oneof(
  { weight: 2, arbitrary: fc.constant(REMOVE) },
  fc.constantFrom(null, '', 0, -1, true, [], {}, [null], [[]], 'List', '--app-id', '-'), // prettier-ignore
  fc.constantFrom({ toString: 1 }, { length: 3 }, { items: 7 }, { valueOf: null }, JSON.parse('{"__proto__":{"x":1},"constructor":null}')), // prettier-ignore
  fc.jsonValue({ maxDepth: 2 }),
);

function anyMutationOf(objects: readonly KubeObject[]) {
  return fc
    .constantFrom(
      ...objects.map(object => ({ object, paths: pathsOf(object) })),
    ) // prettier-ignore
    .chain(({ object, paths }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...paths), anything), {
          minLength: 1,
          maxLength: 4,
        })
        .map(changes =>
          changes.reduce<unknown>(
            (changed, [path, change]) => mutated(changed, path, change),
            object,
          ),
        ),
    );
}

// Seeded, so that a failure comes again; the number of runs keeps it quick.
const runs = { seed: 20_261_122, numRuns: 500 };
const now = new Date('2026-11-22T15:30:00Z');

describe('whatever an object is like', () => {
  it('inspect and health answer', () => {
    fc.assert(
      fc.property(
        anyMutationOf(workloads),
        anyMutationOf(podList),
        (workload, pod) => {
          for (const instance of inspect([
            workload,
            { kind: 'DaemonSetList', items: [workload] },
            podList,
          ])) {
            // prettier-ignore
            expect(instance.appId).not.toBe('');
            const podsGiven = [asRecord(pod) ?? {}, ...podList];
            const report = health({ instance, pods: podsGiven, now });
            expect(report.summary).toMatch(/\S/);
            expect(podsOf(instance.workloads[0], instance.namespace, podsGiven).length).toBeLessThanOrEqual(podsGiven.length); // prettier-ignore
          }
        },
      ),
      runs,
    );
  });

  it('drift answers, and finds nothing between an object and itself', () => {
    const all = [...workloads, ...others];
    fc.assert(
      fc.property(anyMutationOf(all), object => {
        for (const difference of [
          ...drift(all, [object]),
          ...drift([object], all),
        ]) {
          // prettier-ignore
          expect(difference.message).toMatch(/\S/);
        }
        expect(drift([object], [object])).toEqual([]);
      }),
      { ...runs, numRuns: 200 },
    );
  });

  it('the control plane is read or not', () => {
    fc.assert(
      fc.property(anyMutationOf(workloads), object => {
        expect(readControlPlane([asRecord(object) ?? {}])).toBeNull();
        expect(readMtls(object)).toEqual({});
      }),
      runs,
    );
  });
});
