import fc from 'fast-check';
import { chartReleases, render } from '.';
import { inspect, type Instance } from '../instance';
import { at, asRecord } from '../objects';
import { defaultValues, mergeValues, validateValues } from '../values';
import { validValues } from '../values/__testUtils__/validValues';

/** A number or word as the chart prints it. */
const printed = (value: unknown) => String(value);

function portsOf(instance: Instance): Record<string, string | undefined> {
  const flag = (name: string) =>
    instance.workloads[0].args
      .find(arg => arg.startsWith(`--${name}=`))
      ?.slice(name.length + 3);
  return {
    http: flag('dapr-http-port'),
    grpc: flag('dapr-grpc-port'),
    internal: flag('dapr-internal-grpc-port'),
    public: flag('dapr-public-port'),
    metrics: flag('metrics-port'),
  };
}

const release = fc.record({
  chartVersion: fc.constantFrom(...chartReleases.map(({ version }) => version)),
  releaseName: fc.constantFrom('orders', 'orders-1a2b3c4d'),
  values: validValues,
});

describe('render, then inspect', () => {
  it('reads back what any valid values say', () => {
    fc.assert(
      fc.property(release, ({ chartVersion, releaseName, values }) => {
        expect(validateValues(values)).toEqual([]);
        const merged = mergeValues(defaultValues(chartVersion), values);
        const shared = (...path: string[]) => at(merged, 'shared', ...path);
        const deployment = shared('strategy') === 'deployment';

        const instances = inspect(
          render({ chartVersion, releaseName, namespace: 'shop', values }),
          { namespace: 'shop' },
        );

        expect(instances).toEqual([
          expect.objectContaining({
            namespace: 'shop',
            appId: shared('appId'),
            strategy: shared('strategy'),
            appChannel: {
              ...(shared('remoteURL') ? { host: shared('remoteURL') } : {}),
              port: shared('remotePort'),
              protocol: shared('daprd', 'app', 'protocol'),
            },
          }),
        ]);
        for (const instance of instances) {
          expect(instance.workloads[0].replicas.desired).toBe(
            deployment ? shared('deployment', 'replicas') : undefined,
          );
          expect(portsOf(instance)).toEqual({
            http: printed(shared('daprd', 'httpPort')),
            grpc: printed(shared('daprd', 'grpcPort')),
            internal: printed(shared('daprd', 'internalGrpcPort')),
            public: printed(shared('daprd', 'publicPort')),
            metrics: printed(shared('daprd', 'metrics', 'port')),
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the values it is given as they are', () => {
    fc.assert(
      fc.property(release, ({ chartVersion, releaseName, values }) => {
        const before = structuredClone(values);
        render({ chartVersion, releaseName, namespace: 'shop', values });
        expect(asRecord(values)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});
