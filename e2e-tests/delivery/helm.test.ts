import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  deliver,
  finalObjects,
  isHook,
  type Plan,
  plan,
  type PlanRequest,
} from 'backstage-plugin-dapr-shared-common';
import { connect } from '../cluster/lib/client';
import { SEEN, standInChart } from './lib/chart';
import { newFolder, removeFolders, write } from './lib/checkout';
import { type GitServer, startGitServer } from './lib/gitServer';
import { layout } from './lib/layout';
import { comparable, parseObjects } from './lib/objects';
import { paste } from './lib/shell';

/** What shells and templates take for theirs. */
const AWKWARD = `it's "$HOME" \`id\` $(id) \${IFS} {{ .Release.Name }} \\n # !! & ; | > * ~ ü\n'''second: line'''\n`;

const request: PlanRequest = {
  appId: 'orders',
  target: { cluster: 'prod-eu', namespace: 'helm-shop' },
  app: { port: 8080, protocol: 'http' },
  strategy: 'deployment',
  overlay: {
    identity: { ca: { from: 'config-map', name: 'dapr-ca' } },
    disruptionBudget: true,
  },
  values: {
    podAnnotations: {
      'example.com/awkward': AWKWARD,
      'example.com/word': 'on',
      'example.com/number': '0123',
      'example.com/float': '1e3',
      'example.com/time': '12:30:45',
      'example.com/empty': '',
    },
  },
};

const facts = { controlPlane: { namespace: 'dapr-system' } };

/** The folder of an instance, as a checkout has it. */
function checkout(made: Plan, chartRepository?: string) {
  const folder = newFolder();
  const delivery = deliver('helm', made, { ...layout, chartRepository });
  write(folder, ...delivery.files);
  return { folder, command: delivery.command ?? '', files: delivery.files };
}

afterAll(removeFolders);

describe('the Helm command', () => {
  const made = plan(request, facts);
  let host: GitServer;
  let source: string;

  beforeAll(async () => {
    const repository = newFolder();
    cpSync(standInChart(made), join(repository, 'chart/dapr-shared'), {
      recursive: true,
    });
    host = await startGitServer(repository, `v${made.chart.version}`);
    source = `http://127.0.0.1:${host.port}/it's-$HOME-\`id\`;(x)&y/chart.git`;
  });

  afterAll(() => host?.stop());

  it('installs what was planned, pasted as it is', async () => {
    const { folder, command } = checkout(made, source);
    await paste(command, { folder });

    const { namespace } = made.target;
    const manifest = await paste(
      `helm get manifest ${made.releaseName} --namespace ${namespace}`,
      { folder },
    );
    const objects = parseObjects(manifest).filter(
      ({ metadata }) => metadata?.name !== SEEN,
    );
    expect(comparable(objects, namespace)).toEqual(
      comparable(finalObjects(made), namespace),
    );
    expect(objects.some(isHook)).toBe(false);

    const { core, apps } = await connect();
    const seen = await core.readNamespacedConfigMap({ name: SEEN, namespace });
    expect(seen.data).toMatchObject({ release: made.releaseName, namespace });
    expect(JSON.parse(seen.data?.values ?? '')).toEqual(made.values.data);
    const { items } = await apps.listNamespacedDeployment({ namespace });
    expect(items).toHaveLength(1);
    expect(items[0]?.spec?.template.metadata?.annotations).toMatchObject(
      request.values?.podAnnotations ?? {},
    );
  });

  it('upgrades by the script, wherever it is called from', async () => {
    const { folder, files } = checkout(made, source);
    const printed = await paste(`sh '${folder}/install.sh'`, {
      folder: newFolder(),
    });
    expect(printed).toMatch(/REVISION: 2/);

    const script = files.find(({ path }) => path === 'install.sh')?.content;
    const remove = /^# {3}(helm uninstall .*)$/m.exec(script ?? '')?.[1] ?? '';
    await paste(remove, { folder });
    const { apps } = await connect();
    const { items } = await apps.listNamespacedDeployment(made.target);
    expect(items).toEqual([]);
  });

  it.each(['sh', 'bash'])(
    'says word for word what is meant in %s',
    async shell => {
      const address = `oci://registry.example/it's "$HOME"`.replace(' ', '-');
      const { folder, command } = checkout(made, `${address}-\`id\`;!x/chart`);
      const bin = newFolder();
      write(bin, { path: 'helm', content: '#!/bin/sh\nprintf "%s\\n" "$@"\n' });
      chmodSync(join(bin, 'helm'), 0o755);
      const words = await paste(command, { folder, shell, bin });
      expect(words.trimEnd().split('\n')).toEqual([
        'upgrade',
        '--install',
        made.releaseName,
        `${address}-\`id\`;!x/chart`,
        ...['--version', made.chart.version],
        ...['--namespace', 'helm-shop', '--create-namespace'],
        ...['--values', 'values.yaml'],
        ...['--post-renderer', 'sh', '--post-renderer-args', 'post-render.sh'],
      ]);
    },
  );
});
