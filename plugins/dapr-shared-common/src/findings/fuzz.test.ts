import fc from 'fast-check';
import { inspect } from '../instance';
import liveDaemonsets from '../instance/__fixtures__/live/daemonsets.json';
import livePods from '../instance/__fixtures__/live/pods.json';
import liveServices from '../instance/__fixtures__/live/services.json';
import troublePods from '../instance/__fixtures__/trouble/pods.json';
import { asRecord, type KubeObject } from '../objects';
import { chartsOwn, controlPlane } from './__testUtils__/input';
import { assess } from './assess';
import { findingCodes } from './codes';

type Path = readonly (string | number)[];

const itemsOf = (kind: string, list: { items: { metadata: object }[] }) =>
  list.items.map(
    (item): KubeObject => ({
      ...item,
      kind,
      metadata: { ...item.metadata, managedFields: [] },
    }),
  );

const workloads = [
  ...itemsOf('DaemonSet', liveDaemonsets),
  ...chartsOwn.filter(({ kind }) => kind === 'Deployment'),
];
const pods = [...itemsOf('Pod', livePods), ...itemsOf('Pod', troublePods)];
const services = itemsOf('Service', liveServices);

function pathsOf(value: unknown, path: Path = []): Path[] {
  const children = Array.isArray(value)
    ? value.map((child, index): [number, unknown] => [index, child])
    : Object.entries(asRecord(value) ?? {});
  return [
    path,
    ...children.flatMap(([key, child]) => pathsOf(child, [...path, key])),
  ];
}

/** The value with what is at the path replaced; undefined takes it away. */
function mutated(value: unknown, path: Path, change: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  if (Array.isArray(value)) {
    return value.map((entry, index) =>
      index === key ? mutated(entry, rest, change) : entry,
    );
  }
  const record = asRecord(value) ?? {};
  return { ...record, [key]: mutated(record[String(key)], rest, change) };
}

/** What no check expects, with names that JavaScript gives a meaning. */
const anything = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -1, true, [], {}, [null], [[]], '--', '-', 'a:b:c', ',', '://'), // prettier-ignore
  fc.constantFrom({ toString: 1 }, { length: 3 }, { valueOf: null }, JSON.parse('{"__proto__":{"x":1},"constructor":null}')), // prettier-ignore
  fc.jsonValue({ maxDepth: 2 }),
);

function anyMutationOf(objects: readonly KubeObject[]) {
  return fc
    .constantFrom(
      ...objects.map(object => ({ object, paths: pathsOf(object) })),
    )
    .chain(({ object, paths }) =>
      fc
        .array(fc.tuple(fc.constantFrom(...paths), anything), {
          minLength: 1,
          maxLength: 4,
        }) // prettier-ignore
        .map(
          changes =>
          changes.reduce<unknown>((before, [path, change]) => mutated(before, path, change), object), // prettier-ignore
        ),
    );
}

const codes = findingCodes.map(({ code }) => code);

// Seeded, so that a failure comes again; the number of runs keeps it quick.
const runs = { seed: 20_261_124, numRuns: 500 };

describe('whatever objects are like', () => {
  it('an instance is assessed in words', () => {
    const input = [workloads, pods, services, chartsOwn].map(anyMutationOf);
    fc.assert(
      fc.property(fc.tuple(...input), ([workload, ...others]) => {
        const [pod = {}, service = {}, object = {}] = others.map(o => asRecord(o) ?? {}); // prettier-ignore
        for (const instance of inspect([workload, workloads])) {
          const { findings, health } = assess({
            instance,
            now: new Date('2026-11-22T15:30:00Z'),
            pods: [pod, ...pods],
            services: [service, ...services],
            objects: [object, ...chartsOwn],
            events: [object, pod],
            controlPlane,
            nodes: { ready: 3, total: 3 },
          });
          expect(health.summary).toMatch(/\S/);
          for (const found of findings) {
            expect(codes).toContain(found.code);
            expect(found.cause).toMatch(/^\S[^]*\S$/);
            expect(found.fix).toMatch(/^\S[^]*\S$/);
          }
        }
      }),
      runs,
    );
  });
});
