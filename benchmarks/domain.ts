import { readFileSync } from 'fs';
import { join } from 'path';
import { inspect, render } from 'backstage-plugin-dapr-shared-common';
import { bundleRow } from './bundle';
import { medianMs } from './measure';
import { type Row, table, withinBudget } from './table';

const values = {
  shared: {
    appId: 'orders',
    remoteURL: 'orders.shop.svc.cluster.local',
    remotePort: 8080,
    strategy: 'deployment',
    deployment: { replicas: 3 },
    controlPlane: { sentry: { port: 443 } },
    daprd: { image: { tag: '1.18.3' }, appHealth: { enabled: true } },
  },
  podAnnotations: {
    'dapr-shared.backstage.io/entity': 'component:default/orders',
  },
};

const release = {
  chartVersion: '1.18.0',
  releaseName: 'orders-1a2b3c4d',
  namespace: 'shop',
  values,
};

/** Workloads as an API server answered them. */
const live = ['daemonsets', 'deployments'].flatMap(kind => {
  const file = `../plugins/dapr-shared-common/src/instance/__fixtures__/live/${kind}.json`;
  const list = JSON.parse(readFileSync(join(__dirname, file), 'utf8'));
  const single = kind === 'daemonsets' ? 'DaemonSet' : 'Deployment';
  return list.items.map((item: object) => ({ kind: single, ...item }));
});

const options = { rounds: 101, callsPerRound: 100 };

// So that what is measured is compiled code, as in a backend that runs.
medianMs(() => render(release), options);
medianMs(() => inspect(live), options);

const rows: Row[] = [
  {
    what: 'one plan rendered',
    measured: medianMs(() => render(release), options),
    budget: 1,
    unit: 'ms',
  },
  {
    what: 'one object inspected',
    measured: (medianMs(() => inspect(live), options) * 1000) / live.length,
    budget: 10,
    unit: 'µs',
  },
  bundleRow(),
];

process.stdout.write(`${table(rows)}\n`);
if (!rows.every(withinBudget)) process.exitCode = 1;
