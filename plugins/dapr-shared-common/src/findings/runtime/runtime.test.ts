import { assess, type CheckInput } from '..';
import { inspect, type Workload } from '../../instance';
import liveDaemonsets from '../../instance/__fixtures__/live/daemonsets.json';
import liveDeployments from '../../instance/__fixtures__/live/deployments.json';
import livePods from '../../instance/__fixtures__/live/pods.json';
import liveServices from '../../instance/__fixtures__/live/services.json';
import { withValue } from '../../instance/testUtils';
import { planned } from '../__testUtils__/input';
import { crashing, event, fatal, given, justStarted, line, liveInstance, livePod, log, now, podNames, running, waiting } from '../__testUtils__/live'; // prettier-ignore
import { service, slice } from '../__testUtils__/failures/services';
import { runtimeFindings } from '.';

const codesOf = (input: CheckInput) => {
  const { causes, others } = runtimeFindings(input);
  return [...causes, ...others].map(({ code }) => code);
};
const controlPlane = { namespace: 'dapr-system', version: '1.18.3', trustDomain: 'cluster.local' }; // prettier-ignore
const port80 = {
  args: { 'sentry-address': 'dapr-sentry.dapr-system.svc.cluster.local:80' },
};

describe('what is well', () => {
  const instances = inspect([liveDaemonsets, liveDeployments]);

  it.each(instances.map(instance => [instance.appId, instance]))(
    'has no runtime finding: %s',
    (_, instance) => {
      const input = { instance, now, pods: livePods.items, events: [], logs: [], services: liveServices.items.filter(({ metadata }) => metadata.name === 'none'), controlPlane }; // prettier-ignore
      expect(runtimeFindings({ ...input, services: undefined })).toEqual({ causes: [], others: [] }); // prettier-ignore
      expect(assess(input).health.status).toBe('healthy');
    },
  );

  it.each(['daemonset', 'deployment'] as const)(
    'has none where it is only planned, hardened: %s',
    strategy => {
      const objects = planned({ strategy });
      const [instance] = inspect(objects, { namespace: 'shop' });
      if (!instance) throw new Error('there is no instance');
      const services = objects.filter(({ kind }) => kind === 'Service');
      expect(codesOf({ instance, now, objects, services, controlPlane, pods: [], endpointSlices: [] })).toEqual([]); // prettier-ignore
    },
  );

  it('has none where nothing is known but the workload', () => {
    expect(codesOf({ instance: liveInstance(port80), now })).toEqual([]);
  });

  it('gives a daprd that was just started its time', () => {
    const input = given(justStarted, { logs: [log([line('info', 'Fetching initial identity')])] }); // prettier-ignore
    expect(codesOf(input)).toEqual([]);
    expect(assess(input).health).toEqual({
      status: 'progressing',
      summary: '2 of 3 ready, the rest is starting.',
    });
  });

  it('does not wait for what cannot come', () => {
    const input = given(justStarted, { controlPlane }, port80);
    expect(assess(input).health).toEqual({
      status: 'degraded',
      summary: 'Waiting for Sentry: port 80 is closed since Dapr 1.14.',
    });
  });

  it('gives a pod that is being made its time', () => {
    const state = {
      daprd: { state: { waiting: { reason: 'ContainerCreating' } } },
      status: { conditions: [{ type: 'PodScheduled', status: 'True', lastTransitionTime: '2026-11-22T15:26:00Z' }] }, // prettier-ignore
    };
    expect(codesOf(given(state))).toEqual([]);
    expect(
      codesOf({ ...given(state), now: new Date('2026-11-22T15:32:00Z') }),
    ).toEqual(['DS626']);
  });

  it('is what a complaint was about that was taken back', () => {
    const failed = 'Failed to connect to placement service: refused. Retrying...'; // prettier-ignore
    const lines = [
      line('error', failed),
      line('info', 'Connected to placement service: 10.0.0.1:50005'),
    ];
    expect(codesOf(given(undefined, { logs: [log(lines)] }))).toEqual([]);
    expect(
      codesOf(given(undefined, { logs: [log([...lines, line('error', failed)])] })), // prettier-ignore
    ).toEqual(['DS681']);
  });

  it('is an app that may be away, where probes leave it out', () => {
    const container = { readinessProbe: { httpGet: { path: '/v1.0/healthz/outbound' } } }; // prettier-ignore
    const known = { services: [service('orders', [8080])], endpointSlices: [] };
    expect(codesOf(given(undefined, known))).toEqual(['DS694']);
    expect(codesOf(given(undefined, known, { container }))).toEqual([]);
  });

  it.each([
    ['no port', { 'app-port': '0' }],
    ['an address of IP', { 'app-channel-address': '10.0.0.1' }],
    ['a host outside', { 'app-channel-address': 'www.example.com' }],
    ['a namespace of which no Service was read', { 'app-channel-address': 'web.other' }],
  ])('is an app with %s', (_, args) => {
    expect(codesOf(given(undefined, { services: [], endpointSlices: [] }, { args }))).toEqual([]); // prettier-ignore
  }); // prettier-ignore

  it.each([
    ['an ExternalName', service('orders', [], { type: 'ExternalName' })],
    ['headless, with another port', service('orders', [80], { clusterIP: 'None' })], // prettier-ignore
    ['without ports', service('orders', [])],
  ])('is an app whose Service is %s', (_, known) => {
    expect(codesOf(given(undefined, { services: [known], endpointSlices: [slice('orders', [true])] }))).toEqual([]); // prettier-ignore
  });

  it('is one address that is ready in one slice and not in another', () => {
    const known = {
      services: [service('orders', [8080])],
      endpointSlices: [slice('orders', [true]), slice('orders', [false])],
    };
    expect(codesOf(given(undefined, known))).toEqual([]);
  });
});

describe('one cause', () => {
  it('is told once for all pods', () => {
    const lines = fatal('trust anchors are required');
    const input = given(undefined, {
      pods: [livePod(0, crashing(1)), livePod(1, crashing(1)), livePod(2)],
      logs: [log(lines), log(lines, { pod: podNames[1] })],
    });
    const { causes } = runtimeFindings(input);
    expect(causes).toHaveLength(1);
    expect(causes[0]?.evidence).toBe(
      'Fatal error from runtime: trust anchors are required (2 of 3 pods)',
    );
  });

  it('stands beside another one of another pod, the worst first', () => {
    const input = given(undefined, {
      pods: [livePod(0, running), livePod(1, crashing(1)), livePod(2)],
      logs: [log(fatal('trust anchors are required'), { pod: podNames[1] })],
    });
    expect(codesOf(input)).toEqual(['DS647', 'DS628']);
  });

  it('hides the image pull of a pod that has no node', () => {
    const state = {
      ...waiting('ImagePullBackOff'),
      status: { conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }] }, // prettier-ignore
    };
    expect(codesOf(given(state))).toEqual(['DS605']);
  });

  it('hides what the objects show of the same mistake', () => {
    const input = given(running, { controlPlane }, port80);
    const codes = assess(input).findings.map(({ code }) => code);
    expect(codes[0]).toBe('DS641');
    expect(codes).not.toContain('DS211');
    const ready = assess(given(undefined, { controlPlane }, port80));
    expect(ready.findings.map(({ code }) => code)).toContain('DS211');
  });

  it('is the newest run, not one before it that came less far', () => {
    const input = given(running, {
      logs: [
        log(fatal('trust anchors are required'), { previous: true }),
        log([line('info', 'application protocol: http. waiting on port 8080.  This will block')]), // prettier-ignore
      ],
    });
    expect(codesOf(input)).toEqual(['DS691']);
  });

  it('is not an end that came after the signal to stop', () => {
    const input = given(running, {
      logs: [
        log([
          line('info', 'Fetching initial identity'),
          line('info', "Received signal 'terminated'; beginning shutdown"),
          line('fatal', 'Fatal error from runtime: context canceled'),
        ]),
      ],
    });
    expect(codesOf(input)).toEqual(['DS648']);
  });

  it('is none of a daprd whose log shows another stage than its address tells', () => {
    const lines = [
      line('info', 'Fetching initial identity'),
      line('info', 'Starting workload identity expiry watcher; cert expires on: x'), // prettier-ignore
    ];
    const input = given(running, { controlPlane, logs: [log(lines)] }, port80);
    expect(codesOf(input)).toEqual(['DS628']);
  });
});

describe('what a log does not tell', () => {
  it('is not claimed of a daprd that came beyond its identity', () => {
    const lines = [line('info', 'app id: orders')];
    const input = given(running, { controlPlane, logs: [log(lines)] }, port80);
    expect(codesOf({ ...input, pods: undefined })).toEqual([]);
  });

  it('is not claimed where pods were not read', () => {
    const lines = [line('info', 'anything')];
    expect(codesOf({ ...given(running, { logs: [log(lines)] }), pods: undefined })).toEqual([]); // prettier-ignore
  });

  it('may be told by the run before, where this one has not said anything yet', () => {
    const before = log([line('info', 'application protocol: http. waiting on port 8080.  This will block')], { previous: true }); // prettier-ignore
    expect(codesOf(given(running, { logs: [log([]), before] }))).toEqual(['DS691']); // prettier-ignore
  });

  it('is given its time while daprd waits for its app', () => {
    const waits = log([line('info', 'application protocol: http. waiting on port 8080.  This will block')]); // prettier-ignore
    expect(codesOf(given(justStarted, { logs: [waits] }))).toEqual([]);
    const runs = log([line('info', 'dapr initialized. Status: Running. Init Elapsed 1ms')]); // prettier-ignore
    expect(codesOf(given(justStarted, { logs: [runs] }))).toEqual([]);
    expect(codesOf(given(running, { logs: [runs] }))).toEqual(['DS628']);
    expect(codesOf(given(undefined, { logs: [runs] }))).toEqual([]);
  });

  it('is no failure where the app may be away', () => {
    const waits = log([line('info', 'application protocol: http. waiting on port 8080.  This will block')]); // prettier-ignore
    const container = { readinessProbe: { httpGet: { path: '/v1.0/healthz/outbound' } } }; // prettier-ignore
    const input = given(running, { logs: [waits], services: [], endpointSlices: [] }, { container }); // prettier-ignore
    expect(codesOf({ ...input, pods: undefined })).toEqual(['DS692']);
    expect(codesOf({ ...input, pods: undefined, services: undefined })).toEqual([]); // prettier-ignore
    expect(codesOf({ ...given(running, {}, { container }) })).toEqual(['DS628']); // prettier-ignore
  });

  it.each([
    ['an app port', { 'app-port': '8080' }, 'the app at orders.shop.svc.cluster.local:8080 does not listen, or Sentry at'], // prettier-ignore
    ['no app port', { 'app-port': '0' }, 'Sentry at'],
  ])('names the candidates with %s', (_, args, words) => {
    const { causes } = runtimeFindings(given(running, {}, { args }));
    expect(causes[0]?.cause).toBe(
      `daprd runs but is not ready: ${words} dapr-sentry.dapr-system.svc.cluster.local:443 is not reached, or not trusted, or placement is not reached.`,
    );
  });

  it.each([
    [{ 'scheduler-host-address': 'a:1' }, 'placement or the scheduler is'],
    [{ 'placement-host-address': undefined, 'scheduler-host-address': 'a:1' }, 'the scheduler is'], // prettier-ignore
  ])('names what else health waits for: %j', (args, words) => {
    const { causes } = runtimeFindings(given(running, {}, { args }));
    expect(causes[0]?.cause).toContain(
      `or not trusted, or ${words} not reached.`,
    );
    expect(causes[0]?.fix).toContain(`"Failed to connect to" where it waits for ${words.slice(0, -3)}.`); // prettier-ignore
  });

  it('does not name what health does not wait for', () => {
    const args = { 'placement-host-address': undefined, 'app-port': '0' };
    const { causes } = runtimeFindings(given(running, {}, { args }));
    expect(causes[0]?.cause).toMatch(/not ready: Sentry at \S+ is not reached, or not trusted\.$/); // prettier-ignore
    expect(causes[0]?.fix).toMatch(/where it waits for Sentry\.$/);
  });
});

describe('what arguments tell', () => {
  it.each([
    ['1.18.1', ['DS631']],
    ['1.16.2', ['DS631']],
    // Not known well enough to say so.
    ['1.19.0', ['DS625']],
    ['1.13.6', ['DS625']],
    ['edge', ['DS625']],
  ])('of an argument that daprd %s may not know: %j', (tag, expected) => {
    const args = { 'no-such': 'x' };
    const image = `docker.io/daprio/daprd:${tag}`;
    const object = given(crashing(2), {}, { args }).instance.workloads[0].object; // prettier-ignore
    const template = withValue(object, ['spec', 'template', 'spec', 'containers', 'daprd', 'image'], image); // prettier-ignore
    const [instance] = inspect([{ ...template, kind: 'DaemonSet' }]);
    if (!instance) throw new Error('there is no instance');
    expect(codesOf({ ...given(crashing(2)), instance })).toEqual(expected);
  });

  it('of the control plane counts before the environment', () => {
    const args = { 'control-plane-namespace': 'dapr', 'control-plane-trust-domain': 'example.org' }; // prettier-ignore
    const { causes } = runtimeFindings(given(running, { controlPlane }, { args })); // prettier-ignore
    expect(causes[0]).toMatchObject({
      code: 'DS644',
      cause: 'Waiting for Sentry: daprd expects it in namespace dapr, it is in dapr-system, and daprd expects it in trust domain example.org, it is in cluster.local.',
    }); // prettier-ignore
  });

  it('is compared with what is known of the control plane alone', () => {
    const known = { namespace: 'dapr-system' };
    const env = { DAPR_CONTROLPLANE_NAMESPACE: 'dapr' };
    const { causes } = runtimeFindings(given(running, { controlPlane: known }, { env })); // prettier-ignore
    expect(causes[0]?.fix).toBe('Set shared.controlPlane.namespace: dapr-system.'); // prettier-ignore
  });

  it.each([
    ['8080', 'Waiting for Sentry: it has no port 8080, only 443.'],
    ['80', 'Waiting for Sentry: port 80 is closed since Dapr 1.14.'],
  ])('of port %s of Sentry', (port, words) => {
    const args = { 'sentry-address': `dapr-sentry.dapr-system.svc.cluster.local:${port}` }; // prettier-ignore
    const { causes } = runtimeFindings(given(running, { controlPlane }, { args })); // prettier-ignore
    expect(causes[0]?.cause).toBe(words);
  });

  it.each([
    ['a Sentry of another name', { 'sentry-address': 'my-sentry.dapr-system:80' }],
    ['no address of Sentry', { 'sentry-address': undefined }],
    ['the right port', {}],
  ])('says nothing of %s', (_, args) => {
    expect(codesOf(given(running, { controlPlane }, { args }))).toEqual(['DS628']); // prettier-ignore
  }); // prettier-ignore

  it('is overruled by the port that the Service of Sentry has', () => {
    const services = [service('dapr-sentry', [80], { namespace: 'dapr-system' })]; // prettier-ignore
    expect(codesOf(given(running, { controlPlane, services }, port80))).not.toContain('DS641'); // prettier-ignore
  });

  it.each([
    ['dapr.io/sentry', ['DS625']],
    ['spiffe://cluster.local/ns/dapr-system/dapr-sentry', ['DS625']],
    ['spiffe://other/ns/dapr-system/dapr-sentry', ['DS649']],
  ])('of the audience %s: %j', (audience, expected) => {
    const volumes = [{ name: 'dapr-identity-token', projected: { sources: [{ serviceAccountToken: { audience } }] } }]; // prettier-ignore
    expect(codesOf(given(crashing(1), { controlPlane }, { pod: { volumes } }))).toEqual(expected); // prettier-ignore
  });
});

describe('what is not the instance’s', () => {
  it('is passed over: logs and events of other pods, other containers, other namespaces', () => {
    const input = given(crashing(1), {
      logs: [
        log(fatal('trust anchors are required'), { pod: 'other' }),
        log(fatal('trust anchors are required'), { container: 'other' }),
      ],
      events: [
        event('FailedCreate', 'exceeded quota', { kind: 'DaemonSet', name: 'other' }), // prettier-ignore
        { ...event('FailedCreate', 'exceeded quota', { kind: 'DaemonSet', name: 'orders-dapr-shared-chart' }), type: 'Normal' }, // prettier-ignore
      ],
    });
    expect(codesOf(input)).toEqual(['DS625']);
  });

  it('is passed over: a workload that is going', () => {
    const instance = liveInstance();
    const [workload] = instance.workloads;
    const gone: Workload = { ...workload, deletedAt: '2026-11-22T15:00:00Z' };
    const input: CheckInput = { ...given(crashing(1)), instance: { ...instance, workloads: [gone] } }; // prettier-ignore
    expect(codesOf(input)).toEqual([]);
    expect(assess(input).health.summary).toBe('Being removed.');
  });

  it('reads events of both APIs, the newest first', () => {
    const about = { kind: 'DaemonSet', name: 'orders-dapr-shared-chart', namespace: 'shop' }; // prettier-ignore
    const input = given(undefined, {
      pods: [],
      events: [
        { type: 'Warning', reason: 'FailedCreate', regarding: about, note: 'exceeded quota: new', series: { count: 3, lastObservedTime: '2026-11-22T15:29:00Z' } }, // prettier-ignore
        { type: 'Warning', reason: 'FailedCreate', involvedObject: about, message: 'exceeded quota: old', lastTimestamp: '2026-11-22T15:20:00Z' }, // prettier-ignore
      ],
    });
    expect(runtimeFindings(input).causes.map(({ cause }) => cause)).toEqual([
      'Pods cannot be made: exceeded quota: new.',
    ]);
  });
});
