import { asArray, type KubeObject } from 'backstage-plugin-dapr-shared-common';
import { ObjectIndex } from '../kube';
import { worldOf } from '../reconcile';
import { appObjects, instanceObjects, Simulation } from '../testUtils/simulation'; // prettier-ignore
import { containerLog } from './containerLog';

function run(objects: readonly KubeObject[], seconds: number, apps = 1) {
  return new Simulation({ nodes: 1, dapr: '1.18.3' })
    .apply('app', appObjects(apps))
    .run(8)
    .apply('instance', objects)
    .run(seconds);
}

function logOf(
  simulation: Simulation,
  { container = 'daprd', previous = false } = {},
): string[] {
  const [pod] = simulation
    .pods('orders-')
    .filter(({ metadata }) => metadata.labels?.['dapr.io/app-id'] === 'orders');
  if (!pod) throw new Error('There is no pod.');
  const world = worldOf(new ObjectIndex(simulation.store.all()), simulation.now); // prettier-ignore
  return containerLog(pod, { container, previous }, world);
}

const last = (lines: readonly string[]): unknown =>
  JSON.parse(lines[lines.length - 1] ?? '');

const wrongSentry = () =>
  instanceObjects({ values: { 'shared.controlPlane.sentry.port': 80 } });

describe('the log of daprd', () => {
  it('goes from its start to running', () => {
    const lines = logOf(run(instanceObjects(), 20));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      app_id: 'orders',
      level: 'info',
      msg: 'Starting Dapr Runtime -- version 1.18.3 -- commit ',
      scope: 'dapr.runtime',
      ver: '1.18.3',
    });
    expect(last(lines)).toMatchObject({ msg: expect.stringMatching(/Status: Running/) }); // prettier-ignore
  });

  it('falls silent where Sentry does not answer', () => {
    expect(last(logOf(run(wrongSentry(), 60)))).toMatchObject({
      level: 'info',
      msg: 'Fetching initial identity',
    });
  });

  it('says what it waited for once it is told to stop', () => {
    const impatient = wrongSentry().map(withoutStartupProbe);
    const lines = logOf(run(impatient, 60), { previous: true });
    expect(last(lines)).toMatchObject({
      level: 'fatal',
      msg: expect.stringMatching(/connection to sentry: context canceled.*:80: connect: connection refused/), // prettier-ignore
    });
  });

  it('says again and again that it waits for its app', () => {
    const lines = logOf(run(instanceObjects(), 65, 0));
    expect(lines.filter(line => line.includes('waiting for application'))).toHaveLength(6); // prettier-ignore
  });

  it('ends with what it died of', () => {
    const values = { 'shared.daprd.config': 'tracing' };
    expect(last(logOf(run(instanceObjects({ values }), 60)))).toMatchObject({
      level: 'fatal',
      msg: expect.stringContaining('error getting configuration shop/tracing'),
    });
  });

  it('is there only for a container that was started', () => {
    const values = { 'shared.daprd.image.tag': '1.18.99' };
    const waits = run(instanceObjects({ values }), 20);
    expect(() => logOf(waits)).toThrow('is waiting to start: ImagePullBackOff');
    const runs = run(instanceObjects(), 20);
    expect(() => logOf(runs, { previous: true })).toThrow('previous terminated container "daprd"'); // prettier-ignore
    expect(() => logOf(runs, { container: 'x' })).toThrow('container x is not valid'); // prettier-ignore
  });
});

it('an init container that may not write its ConfigMap panics', () => {
  const objects = instanceObjects().filter(
    object => object.kind !== 'ClusterRoleBinding',
  );
  const [line] = logOf(run(objects, 60), { container: 'shared-init-container' }); // prettier-ignore
  expect(line).toMatch(/^panic: configmaps is forbidden: User "system:serviceaccount:shop:/); // prettier-ignore
});

function withoutStartupProbe(object: KubeObject): KubeObject {
  const text = JSON.stringify(object, (key, value: unknown) =>
    key === 'startupProbe' ? undefined : value,
  );
  const [copy] = asArray(JSON.parse(`[${text}]`));
  return { ...object, ...Object(copy) };
}
