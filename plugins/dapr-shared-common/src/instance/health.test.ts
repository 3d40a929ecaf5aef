import type { KubeObject } from '../objects';
import { health, inspect } from '.';
import liveDaemonsets from './__fixtures__/live/daemonsets.json';
import liveDeployments from './__fixtures__/live/deployments.json';
import livePods from './__fixtures__/live/pods.json';
import daemonsets from './__fixtures__/trouble/daemonsets.json';
import deployments from './__fixtures__/trouble/deployments.json';
import pods from './__fixtures__/trouble/pods.json';

const now = new Date('2026-11-22T15:30:00Z');

const healthOf = (
  appId: string,
  lists: unknown[] = [daemonsets, deployments],
  podList: readonly KubeObject[] = pods.items,
) => {
  const instance = inspect(lists).find(i => i.appId === appId);
  if (!instance) throw new Error(`no instance ${appId}`);
  return health({ instance, pods: podList, now });
};

describe('health of real troubles', () => {
  it.each([
    ['crashing', 'CrashLoopBackOff', '1 of 2 ready: daprd is in CrashLoopBackOff.'],
    ['unpullable', 'ImagePullBackOff', '0 of 1 ready: daprd is in ImagePullBackOff.'],
    ['unschedulable', 'Unschedulable', '0 of 1 ready: a pod is not taken by any node.'],
    ['initfail', 'CrashLoopBackOff', '0 of 1 ready: shared-init-container is in CrashLoopBackOff.'],
    ['no-account', 'FailedCreate', '0 of 1 ready: pods cannot be made.'],
    ['ds-partial', 'NotReady', '2 of 3 ready: daprd is running but not ready.'],
  ])('%s', (appId, reason, summary) => {
    expect(healthOf(appId)).toEqual({ status: 'degraded', reason, summary });
  }); // prettier-ignore
});

describe('health of running instances', () => {
  it.each(['orders', 'payments'])('%s is healthy', appId => {
    expect(
      healthOf(appId, [liveDaemonsets, liveDeployments], livePods.items),
    ).toMatchObject({ status: 'healthy' });
  });
});

describe('health while things change', () => {
  const deployment = (status: object, extra: object = {}) => ({
    kind: 'Deployment',
    metadata: { name: 'a', namespace: 'shop', generation: 2, ...extra },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'a' } },
      template: {
        spec: {
          containers: [
            {
              name: 'daprd',
              args: [
                '--app-id=a',
                '--app-channel-address=a.shop',
                '--app-port=80',
                '--sentry-address=dapr-sentry:80',
              ],
            },
          ],
        },
      },
    },
    status,
  });
  const pod = (state: object, startedAt = '2026-11-22T15:29:50Z') => ({
    metadata: { name: 'a-1', namespace: 'shop', labels: { app: 'a' } },
    status: {
      containerStatuses: [
        { name: 'daprd', ready: false, restartCount: 0, state: { running: { startedAt } }, ...state }, // prettier-ignore
      ],
    },
  });
  const ready = {
    observedGeneration: 2,
    readyReplicas: 1,
    updatedReplicas: 2,
  };

  it.each([
    ['the controller has not seen the change', deployment({ observedGeneration: 1 }), 'progressing'],
    ['some are not updated', deployment({ ...ready, updatedReplicas: 1 }), 'progressing'],
    ['some are starting', deployment(ready), 'progressing'],
    ['no progress is made any more', deployment({ ...ready, conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }] }), 'degraded'],
    ['pods cannot be made', deployment({ ...ready, conditions: [{ type: 'ReplicaFailure', status: 'True' }] }), 'degraded'],
    ['it is being deleted', deployment(ready, { deletionTimestamp: '2026-11-22T15:29:00Z' }), 'progressing'],
    ['all are ready', deployment({ ...ready, readyReplicas: 2 }), 'healthy'],
  ])('%s', (_, object, status) => {
    expect(healthOf('a', [object], [])).toMatchObject({ status });
  }); // prettier-ignore

  it('gives a starting daprd a minute', () => {
    expect(healthOf('a', [deployment(ready)], [pod({})])).toMatchObject({
      status: 'progressing',
    });
  });

  it('then no more', () => {
    const old = pod({}, '2026-11-22T15:20:00Z');
    expect(healthOf('a', [deployment(ready)], [old])).toEqual({
      status: 'degraded',
      reason: 'NotReady',
      summary: '1 of 2 ready: daprd is running but not ready.',
    });
  });

  it('gives none to a daprd that was restarted', () => {
    expect(
      healthOf('a', [deployment(ready)], [pod({ restartCount: 1 })]),
    ).toMatchObject({ status: 'degraded', reason: 'NotReady' });
  });

  it('does not count the pods of others', () => {
    const other = { ...pod({}), metadata: { name: 'b', namespace: 'shop' } };
    expect(
      healthOf('a', [deployment({ ...ready, readyReplicas: 2 })], [other]),
    ).toMatchObject({ status: 'healthy' });
  });

  it('calls two lasting workloads a problem', () => {
    const settled = deployment({ ...ready, readyReplicas: 2 });
    const second = { ...settled, metadata: { ...settled.metadata, name: 'b' } };
    expect(healthOf('a', [settled, second], [])).toMatchObject({
      status: 'degraded',
      reason: 'Duplicate',
    });
  });

  it.each([
    ['the controller has not seen the change', deployment({ observedGeneration: 1, readyReplicas: 2, updatedReplicas: 2 }), { status: 'progressing', summary: 'Kubernetes has not acted on the last change yet.' }],
    ['it is being deleted', deployment(ready, { deletionTimestamp: '2026-11-22T15:29:00Z' }), { status: 'progressing', reason: 'Terminating', summary: 'Being removed.' }],
    ['nobody wants a replica', { ...deployment(ready), spec: { ...deployment(ready).spec, replicas: 0 } }, { status: 'degraded', reason: 'ScaledToZero', summary: 'Scaled to 0 replicas, so that no daprd runs.' }],
    ['no node fits', { ...deployment({ observedGeneration: 2, desiredNumberScheduled: 0 }), kind: 'DaemonSet' }, { status: 'degraded', reason: 'NoNode', summary: 'No node takes a pod, so that no daprd runs.' }],
    ['a DaemonSet is new', { ...deployment({}, { generation: 0 }), kind: 'DaemonSet' }, { status: 'progressing', summary: 'Kubernetes has not acted on the last change yet.' }],
    ['one replica is ready', { ...deployment({ ...ready, updatedReplicas: 1 }), spec: { ...deployment(ready).spec, replicas: 1 } }, { status: 'healthy', summary: 'Ready.' }],
    ['all are ready', deployment({ ...ready, readyReplicas: 2 }), { status: 'healthy', summary: 'All 2 ready.' }],
    ['some are not updated', deployment({ ...ready, updatedReplicas: 1 }), { status: 'progressing', summary: '1 of 2 updated.' }],
    ['some are starting', deployment(ready), { status: 'progressing', summary: '1 of 2 ready, the rest is starting.' }],
  ])('says so where %s', (_, object, expected) => {
    expect(healthOf('a', [object], [])).toEqual(expected);
  }); // prettier-ignore

  it('lets one workload replace the other', () => {
    const old = deployment({ ...ready, readyReplicas: 2 });
    const other = { ...deployment(ready), metadata: { ...old.metadata, name: 'b', creationTimestamp: '2026-11-22T15:29:00Z' } }; // prettier-ignore
    expect(healthOf('a', [old, other], [])).toEqual({
      status: 'progressing',
      reason: 'Replacing',
      summary:
        '1 of 2 ready, the rest is starting. Deployment b and Deployment a both run until it is done.',
    });
  });

  it('does not count a workload that is going', () => {
    const settled = deployment({ ...ready, readyReplicas: 2 });
    const gone = { ...settled, metadata: { ...settled.metadata, name: 'b', deletionTimestamp: '2026-11-22T15:29:00Z' } }; // prettier-ignore
    expect(healthOf('a', [settled, gone], [])).toEqual({
      status: 'healthy',
      summary: 'All 2 ready.',
    });
  });
});
