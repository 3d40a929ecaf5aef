import fc from 'fast-check';
import { inspect } from '../instance';
import liveDaemonsets from '../instance/__fixtures__/live/daemonsets.json';
import livePods from '../instance/__fixtures__/live/pods.json';
import liveServices from '../instance/__fixtures__/live/services.json';
import troublePods from '../instance/__fixtures__/trouble/pods.json';
import { asRecord, type KubeObject } from '../objects';
import { slice } from './__testUtils__/failures/services';
import {
  chartsOwn,
  controlPlane,
  inputOf,
  planned,
} from './__testUtils__/input';
import { event, fatal, line, log, now, podNames } from './__testUtils__/live';
import { changesNothing } from './__testUtils__/settings';
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

const events = [
  event('Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500'),
  event('FailedCreate', 'exceeded quota: x', { kind: 'DaemonSet', name: 'orders-dapr-shared-chart' }),
  event('FailedMount', 'MountVolume.SetUp failed for volume "ca" : configmap "dapr-ca" not found'),
]; // prettier-ignore
const slices = [slice('orders', [true, false])];

const spoken = ['Fetching initial identity', "Received signal 'terminated'", 'application protocol: http. waiting on port 8080', 'failed to retrieve the initial identity: error establishing connection to sentry: lookup x: no such host', 'context deadline exceeded', 'listen tcp :80: bind: x']; // prettier-ignore
const words = fc.constantFrom(...spoken);

/** Logs of pods and containers that are there, and of others; lines that are no text too. */
const anyLogs = fc.array(
  fc.record({
    pod: fc.constantFrom(...podNames, 'other'),
    container: fc.constantFrom('daprd', 'shared-init-container', 'x'),
    previous: fc.boolean(),
    lines: fc.array(fc.oneof(fc.string(), words, fc.tuple(fc.constantFrom('info', 'error', 'fatal', ''), fc.oneof(fc.string(), words)).map(([level, msg]) => line(level, msg))), { maxLength: 6 }), // prettier-ignore
  }),
  { maxLength: 3 },
);

const codes = findingCodes.map(({ code }) => code);

// Seeded, so that a failure comes again; the number of runs keeps it quick.
const runs = { seed: 20_261_124, numRuns: 500 };

describe('whatever objects are like', () => {
  it('an instance is assessed in words', () => {
    const input = [workloads, pods, services, chartsOwn, events, slices].map(anyMutationOf); // prettier-ignore
    fc.assert(
      fc.property(
        fc.tuple(...input),
        anyLogs,
        ([workload, ...others], logs) => {
          const [pod = {}, service = {}, object = {}, about = {}, endpoints = {}] = others.map(o => asRecord(o) ?? {}); // prettier-ignore
          for (const instance of inspect([workload, workloads])) {
            const { findings, health } = assess({
              instance,
              now,
              pods: [pod, ...pods],
              services: [service, ...services],
              objects: [object, ...chartsOwn],
              events: [about, object, pod],
              endpointSlices: [endpoints, service],
              logs,
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
        },
      ),
      runs,
    );
  });
});

/** Requests that differ in all that a fix may speak of. */
const anyRequest = fc.record(
  {
    strategy: fc.constantFrom('daemonset' as const, 'deployment' as const),
    replicas: fc.integer({ min: 1, max: 4 }),
    app: fc.record({
      port: fc.constantFrom(0, 8080),
      protocol: fc.constantFrom('http' as const, 'grpcs' as const),
    }),
    chart: fc.constantFrom({ version: '0.0.16' }, { version: '1.16.0' }),
    runtimeVersion: fc.constantFrom('1.14.4', '1.16.0', '1.18.3'),
    overlay: fc.constantFrom({}, { resources: 'recommended' as const }),
    values: fc.record(
      {
        shared: fc.record(
          {
            controlPlane: fc.record(
              {
                namespace: fc.constantFrom('dapr', 'dapr-system'),
                trustDomain: fc.constantFrom('example.org', 'cluster.local'),
                sentry: fc.record({ port: fc.constantFrom(80, 443) }),
              },
              { requiredKeys: [] },
            ),
            daprd: fc.record(
              { mtls: fc.record({ enabled: fc.boolean() }) },
              { requiredKeys: [] },
            ),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const anyControlPlane = fc.record(
  {
    namespace: fc.constantFrom('dapr', 'dapr-system'),
    version: fc.constantFrom('1.13.0', '1.16.2', '1.18.3'),
    trustDomain: fc.constantFrom('example.org', 'cluster.local'),
    mtls: fc.boolean(),
  },
  { requiredKeys: ['namespace'] },
);

/** What a daprd may end with, whose fix depends on how it is set up. */
const anyEnd = fc.constantFrom(
  'error establishing connection to sentry: dial tcp 10.0.0.1:80: connect: connection refused',
  'error establishing connection to sentry: dial tcp 10.0.0.1:443: connect: connection refused',
  'error establishing connection to sentry: dial tcp: lookup dapr-sentry.dapr-system.svc.cluster.local: no such host',
  'error establishing connection to sentry: unexpected ID "spiffe://cluster.local/ns/dapr-system/dapr-sentry"',
  'error establishing connection to sentry: tls: first record does not look like a TLS handshake',
  'error from sentry SignCertificate: token audiences ["x"] is invalid for the target audiences ["spiffe://cluster.local/ns/dapr-system/dapr-sentry"]',
  'context deadline exceeded: lookup dapr-api.dapr-system.svc.cluster.local: no such host',
); // prettier-ignore

describe('whatever is planned', () => {
  it('no fix sets what is set', () => {
    fc.assert(
      fc.property(anyRequest, fc.option(anyControlPlane), anyEnd, (asked, cluster, end) => {
        const known = { controlPlane: cluster, pods: undefined, logs: [log(fatal(end))] };
        const input = inputOf(planned(asked), known);
        const { findings } = assess(input);
        expect(findings.flatMap(changesNothing(input))).toEqual([]);
      }),
      { ...runs, numRuns: 200 },
    );
  }); // prettier-ignore
});
