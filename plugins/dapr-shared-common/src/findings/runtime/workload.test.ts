import { inspect } from '../../instance';
import { asRecord } from '../../objects';
import { trouble } from '../__testUtils__/failures/workloads';
import { event, given, now } from '../__testUtils__/live';
import { runtimeFindings } from '.';

const DAEMONSET = { kind: 'DaemonSet', name: 'orders-dapr-shared-chart' };
const EMPTY = { status: { numberReady: 0 } };
const codesOf = (input: Parameters<typeof runtimeFindings>[0]) => runtimeFindings(input).causes.map(({ code }) => code); // prettier-ignore

/** A Deployment whose ReplicaSet says that it cannot make pods. */
function refused(message: string | undefined, status: object = {}) {
  const { object } = trouble('no-account').instance.workloads[0];
  const conditions = message === undefined ? [] : [{ type: 'ReplicaFailure', status: 'True', message }]; // prettier-ignore
  const [instance] = inspect([{ ...object, kind: 'Deployment', status: { ...asRecord(object.status), conditions, ...status } }]); // prettier-ignore
  if (!instance) throw new Error('there is no Deployment');
  return runtimeFindings({ instance, now, pods: [] }).causes[0];
}

describe('a workload whose pods are not made', () => {
  it.each([
    ['pods "x" is forbidden: exceeded quota: y', 'Pods cannot be made: exceeded quota: y.'],
    ['Error creating: it broke', 'Pods cannot be made: it broke.'],
    ['it broke. Error creating: x', 'Pods cannot be made: it broke. Error creating: x.'],
    ['', 'Pods cannot be made: Kubernetes gives no reason.'],
  ])('says why: %s', (message, cause) => {
    expect(refused(message)?.cause).toBe(cause);
  }); // prettier-ignore

  it('may have too many replicas for its quota', () => {
    expect(refused('exceeded quota: x')?.fix).toBe('Raise the quota or limit of namespace trouble, or lower shared.deployment.replicas and the resources of daprd.'); // prettier-ignore
  });

  it.each([
    ['all pods are there', given(undefined, { events: [event('FailedCreate', 'x', DAEMONSET)] })], // prettier-ignore
    ['the event is another', given(undefined, { pods: [], events: [event('FailedDelete', 'x', DAEMONSET)] }, EMPTY)], // prettier-ignore
    ['pods are not known, and all are ready', given(undefined, { pods: undefined, events: [event('FailedCreate', 'x', DAEMONSET)] })], // prettier-ignore
  ])('is none where %s', (_, input) => {
    expect(codesOf(input)).toEqual([]);
  });

  it('is told by its event where some are missing', () => {
    const input = given(undefined, { pods: undefined, events: [event('FailedCreate', 'x', DAEMONSET)] }, EMPTY); // prettier-ignore
    expect(codesOf(input)).toEqual(['DS604']);
  });
});

describe('a DaemonSet that no node matches', () => {
  it('names all that its selector asks for', () => {
    const pod = { nodeSelector: { disk: 'ssd', gpu: 'no' } };
    const input = given(undefined, { pods: [] }, { status: { desiredNumberScheduled: 0 }, pod }); // prettier-ignore
    expect(runtimeFindings(input).causes[0]?.cause).toBe('No node matches the node selector disk=ssd, gpu=no, so that no daprd runs.'); // prettier-ignore
  });
});

describe('a rollout', () => {
  const paused = { spec: { paused: true } };

  it.each([
    ['stands still while it is paused', { ...paused, status: { updatedNumberScheduled: 2 } }, ['DS610']], // prettier-ignore
    ['is done, and paused', paused, []],
    ['goes on', { status: { updatedNumberScheduled: 2 } }, []],
  ])('%s', (_, setup, expected) => {
    expect(codesOf(given(undefined, {}, setup))).toEqual(expected);
  });
});
