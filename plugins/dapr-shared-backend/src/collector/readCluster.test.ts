import type { ReadResult } from 'backstage-plugin-dapr-shared-node';
import { readCluster } from './readCluster';
import { Refusals } from './evidence';

const now = new Date('2026-11-22T15:30:00Z');

const operator = {
  metadata: {
    name: 'dapr-operator',
    namespace: 'dapr-system',
    labels: { app: 'dapr-operator', 'app.kubernetes.io/version': '1.18.3' },
  },
  spec: { template: { spec: { containers: [{ name: 'dapr-operator' }] } } },
};

const SCHEDULER = '/api/v1/namespaces/dapr-system/services/dapr-scheduler-server'; // prettier-ignore

function failed(status: number): ReadResult {
  const state = status === 403 ? 'forbidden' : 'unreachable';
  return { ok: false, failure: { state, status, message: '' } };
}

/** A cluster with a control plane, and one answer about its scheduler. */
async function controlPlaneOf(scheduler: ReadResult) {
  const result = await readCluster(
    async path => {
      if (path === SCHEDULER) return scheduler;
      const isDeployments = path.startsWith('/apis/apps/v1/deployments');
      return { ok: true, body: { items: isDeployments ? [operator] : [] } };
    },
    { now, logs: false, refusals: new Refusals(() => now) },
  );
  if (!result.ok) throw new Error(result.failure.message);
  return result.snapshot.controlPlane;
}

describe('readCluster', () => {
  it.each<[string, ReadResult, boolean | undefined]>([
    ['is there', { ok: true, body: { kind: 'Service' } }, true],
    ['is not there', failed(404), false],
    ['may not be read', failed(403), undefined],
    ['could not be read', failed(500), undefined],
  ])('knows of a scheduler whose Service %s', async (_, answer, scheduler) => {
    const controlPlane = await controlPlaneOf(answer);
    expect(controlPlane).toMatchObject({ namespace: 'dapr-system', version: '1.18.3' }); // prettier-ignore
    expect(controlPlane?.scheduler).toBe(scheduler);
  });
});
