import type {
  Delivery,
  DeliveryKind,
} from 'backstage-plugin-dapr-shared-common';

/** What is told of one plan. */
interface Row {
  title: string;
  chart: string;
  runtime: string;
}

const rows = new Map<string, Partial<Record<DeliveryKind, string>>>();

/** Notes that a delivery of a plan came to the plan's objects. */
export function proven(row: Row, kind: DeliveryKind, made: Delivery): void {
  const key = [row.title, row.chart, row.runtime].join(' | ');
  rows.set(key, { ...rows.get(key), [kind]: way(kind, made) });
}

function way(kind: DeliveryKind, { files, findings }: Delivery): string {
  const has = (path: string) => files.some(file => file.path === path);
  const text = files.map(({ content }) => content).join('\n');
  const ways: Record<DeliveryKind, string> = {
    flux: [
      'chart',
      text.includes('postRenderers:') ? ' + postRenderers' : '',
      has('objects.yaml') ? ' + objects' : '',
    ].join(''),
    argocd: has('objects/objects.yaml') ? 'objects' : 'chart',
    manifests: 'objects',
    helm: has('post-render.sh') ? 'chart + post-renderer' : 'chart',
  };
  const told = findings.map(({ code }) => ` (${code})`).join('');
  return `${ways[kind]}${told}`;
}

/** Prints how each plan reaches the cluster. */
export function printTable(): void {
  const kinds: DeliveryKind[] = ['flux', 'argocd', 'manifests', 'helm'];
  const lines = [...rows].map(([key, ways]) =>
    [key, ...kinds.map(kind => ways[kind] ?? 'FAILED')].join(' | '),
  );
  const head = ['plan | chart | daprd', ...kinds].join(' | ');
  const rule = '---|'.repeat(7).slice(0, -1);
  process.stdout.write(
    [head, rule, ...lines].map(line => `| ${line} |\n`).join(''),
  );
}
