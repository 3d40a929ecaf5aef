import { inspect, type KubeObject } from 'backstage-plugin-dapr-shared-common';
import { daprd } from '../testUtils/objects';
import { indexPods } from './podIndex';

const pod = (
  name: string,
  labels?: Record<string, string>,
  namespace = 'shop',
): KubeObject => ({ kind: 'Pod', metadata: { name, namespace, labels } });

const orders = { 'dapr.io/app-id': 'orders', tier: 'dapr' };

function namesFor(
  selectors: Record<string, string>[],
  ...pods: KubeObject[]
): (string | undefined)[] {
  const [instance] = inspect([daprd({ namespace: 'shop', appId: 'orders' })]);
  if (!instance) throw new Error('There is no instance.');
  const [first, ...rest] = selectors.map(selector => ({ ...instance.workloads[0], selector })); // prettier-ignore
  if (!first) throw new Error('There is no workload.');
  const found = indexPods(pods)({ ...instance, workloads: [first, ...rest] });
  return (found ?? []).map(({ metadata }) => metadata?.name);
}

describe('indexPods', () => {
  it('finds the pods of the label that the fewest have', () => {
    expect(
      namesFor(
        [orders],
        pod('a', orders),
        pod('b', { ...orders, 'dapr.io/app-id': 'payments' }),
        pod('c', { ...orders, more: 'labels' }),
        pod('d', orders, 'elsewhere'),
        pod('e'),
        { metadata: { ...JSON.parse('{"labels":null,"namespace":7}') } },
      ),
    ).toEqual(['a', 'c']);
  });

  it('finds those of every workload, each once', () => {
    const pods = [pod('a', orders), pod('b', { old: 'yes' })];
    expect(namesFor([orders, { old: 'yes' }, orders], ...pods)).toEqual(['a', 'b']); // prettier-ignore
  });

  it('finds none for a selector that selects nothing', () => {
    expect(namesFor([{}, { other: 'x' }], pod('a', orders))).toEqual([]);
  });
});
