import { inspect } from 'backstage-plugin-dapr-shared-common';
import { podSelectors } from './podQueries';

/** An instance as the chart makes it, with these labels to select its pods. */
const instances = (...selectors: Record<string, string>[]) =>
  inspect(
    selectors.map((matchLabels, index) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: `w${index}`, namespace: 'shop' },
      spec: {
        selector: { matchLabels },
        template: {
          metadata: { annotations: { 'dapr.io/app-id': `app-${index}` } },
          spec: {
            containers: [
              { name: 'daprd', args: ['--app-channel-address=app', '--app-port=80'] }, // prettier-ignore
            ],
            initContainers: [
              { name: 'shared-init-container', args: ['--config-map=c'] },
            ],
          },
        },
      },
    })),
  );

describe('podSelectors', () => {
  it('asks for nothing where there is no instance', () => {
    expect(podSelectors([])).toEqual([]);
  });

  it('asks once for workloads that select by the same labels', () => {
    expect(
      podSelectors(
        instances(
          { 'app.kubernetes.io/name': 'dapr-shared-chart', app: 'b' },
          { app: 'a', 'app.kubernetes.io/name': 'dapr-shared-chart' },
        ),
      ),
    ).toEqual(['app in (a,b),app.kubernetes.io/name in (dapr-shared-chart)']);
  });

  it('asks apart for workloads that select by other labels', () => {
    expect(podSelectors(instances({ app: 'a' }, { run: 'b' }))).toEqual([
      'app in (a)',
      'run in (b)',
    ]);
  });

  it('leaves out a workload that selects by no label, not to ask for every pod', () => {
    expect(podSelectors(instances({}))).toEqual([]);
  });

  it('keeps each request short, and covers all', () => {
    const apps = Array.from({ length: 95 }, (_, index) => ({ app: `a${index}` })); // prettier-ignore
    const selectors = podSelectors(instances(...apps));
    expect(selectors).toHaveLength(3);
    const asked = selectors.join().match(/a\d+/g);
    expect(new Set(asked).size).toBe(95);
  });
});
