import { parse, parseAllDocuments } from 'yaml';
import {
  type Delivery,
  deliver,
  deliveryKinds,
  type DeliveryLayout,
  finalObjects,
  isHook,
  plan,
} from '..';
import { facts, request } from '../plan/testUtils';
import { DEFAULT_INSTANCE_PATH } from './gitops';

const layout: DeliveryLayout = {
  name: 'platform',
  repository: 'https://git.example/platform/gitops',
  branch: 'main',
  path: DEFAULT_INSTANCE_PATH,
};

const folder = 'clusters/prod-eu/shop/dapr-shared/orders';

/** Has an overlay: the scheduler's address and the startup grace. */
const overlaid = plan(request, facts);

/** Has none: nobody is waited for, and daprd 1.16 reads the variable. */
const plain = plan(
  { ...request, app: { port: 0, protocol: 'http' }, runtimeVersion: '1.16.19' },
  facts,
);

const hardened = plan(
  {
    ...request,
    overlay: { identity: { ca: { from: 'config-map', name: 'dapr-ca' } } },
  },
  facts,
);

function text({ files }: Delivery, path: string): string {
  const file = files.find(candidate => candidate.path === path);
  if (!file) throw new Error(`${path} is missing`);
  return file.content;
}

const read = (delivery: Delivery, path: string) =>
  parse(text(delivery, path), { version: '1.1' });

describe.each(deliveryKinds)('delivery %s', kind => {
  it('gives the same bytes for the same plan', () => {
    expect(deliver(kind, overlaid, layout)).toEqual(
      deliver(kind, overlaid, layout),
    );
  });

  it('leaves values to people, and remembers the rest by checksum', () => {
    const delivery = deliver(kind, overlaid, layout);
    const instance = read(delivery, 'instance.yaml');
    expect(instance.delivery).toBe(kind);
    expect(
      [
        'values.yaml',
        'instance.yaml',
        ...Object.keys(instance.checksums),
      ].sort(),
    ).toEqual(delivery.files.map(({ path }) => path).sort());
    expect(read(delivery, 'values.yaml')).toEqual(overlaid.values.data);
  });

  it.each(['shared.daprd.token', 'shared.initContainer.token'])(
    'refuses a token in clear text at %s',
    path => {
      const [, part = '', key = ''] = path.split('.');
      const data = { ...overlaid.values.data };
      const shared = { ...Object(data.shared) };
      shared[part] = { ...shared[part], [key]: 'example-token' };
      const values = { data: { ...data, shared }, comments: {} };
      const refused = () => deliver(kind, { ...overlaid, values }, layout);
      expect(refused).toThrow(`${path} holds a token in clear text`);
      expect(refused).not.toThrow('example-token');
    },
  );

  it.each([
    'registry.example/chart',
    'oci://registry.example',
    'https://bot:secret@git.example/chart',
    'file:///chart',
  ])('refuses %s as the source of the chart', chartRepository => {
    const refused = () => deliver(kind, plain, { ...layout, chartRepository });
    if (kind === 'manifests') return;
    expect(refused).toThrow(/chartRepository is .*; write "oci:/);
    expect(refused).not.toThrow('secret@');
  });
});

describe('delivery argocd', () => {
  it('is on the chart where there is no overlay', () => {
    const delivery = deliver('argocd', plain, layout);
    expect(read(delivery, 'application.yaml').spec.sources).toEqual([
      {
        repoURL: 'registry-1.docker.io/daprio',
        chart: 'dapr-shared-chart',
        targetRevision: plain.chart.version,
        helm: {
          releaseName: plain.releaseName,
          valueFiles: [`$values/${folder}/values.yaml`],
        },
      },
      { repoURL: layout.repository, targetRevision: 'main', ref: 'values' },
    ]);
  });

  it('takes the chart from Git', () => {
    const delivery = deliver('argocd', plain, {
      ...layout,
      chartRepository: 'https://git.example/dapr-shared//charts/x?ref=main',
    });
    expect(read(delivery, 'application.yaml').spec.sources[0]).toMatchObject({
      repoURL: 'https://git.example/dapr-shared',
      path: 'charts/x',
      targetRevision: 'main',
    });
  });

  it('is on final objects where there is an overlay', () => {
    const delivery = deliver('argocd', overlaid, layout);
    expect(read(delivery, 'application.yaml').spec.source).toEqual({
      repoURL: layout.repository,
      targetRevision: 'main',
      path: `${folder}/objects`,
    });
    const objects = parseAllDocuments(text(delivery, 'objects/objects.yaml'), {
      version: '1.1',
    });
    expect(objects.map(o => o.toJS())).toEqual(finalObjects(overlaid));
    expect(text(delivery, 'values.yaml')).toMatch(/no effect before/);
  });

  it('calls things as this Argo CD does', () => {
    const argocd = { namespace: 'gitops', project: 'dapr', destination: 'eu' };
    const application = read(
      deliver('argocd', overlaid, { ...layout, argocd }),
      'application.yaml',
    );
    expect(application).toMatchObject({
      metadata: { namespace: 'gitops' },
      spec: {
        project: 'dapr',
        destination: { name: 'eu', namespace: 'shop' },
      },
    });
  });

  it('is named after the cluster too', () => {
    const { metadata } = read(
      deliver('argocd', overlaid, layout),
      'application.yaml',
    );
    expect(metadata.name).toBe(`prod-eu-${overlaid.releaseName}`);
  });
});

describe('delivery manifests', () => {
  it('has every object in its namespace, and no hook', () => {
    const objects = finalObjects(overlaid);
    expect(objects.some(isHook)).toBe(false);
    const places = objects.map(o => [o.kind, o.metadata?.namespace]);
    expect(places).toContainEqual(['Deployment', 'shop']);
    expect(places).toContainEqual(['ClusterRole', undefined]);
  });

  it('says what stays behind', () => {
    expect(deliver('manifests', overlaid, layout).findings).toMatchObject([
      { code: 'DS411', fix: expect.stringContaining('orders-') },
    ]);
  });

  it('leaves nothing behind with hardened identity', () => {
    expect(deliver('manifests', hardened, layout).findings).toEqual([]);
    expect(deliver('argocd', hardened, layout).findings).toEqual([]);
  });
});

describe('delivery helm', () => {
  it('is one command where there is no overlay', () => {
    const { command, files, findings } = deliver('helm', plain, layout);
    expect(command).toBe(
      [
        `helm upgrade --install ${plain.releaseName} oci://registry-1.docker.io/daprio/dapr-shared-chart`,
        `--version ${plain.chart.version}`,
        '--namespace shop --create-namespace',
        '--values values.yaml',
      ].join(' \\\n  '),
    );
    expect(files.map(({ path }) => path)).not.toContain('post-render.sh');
    expect(findings).toEqual([]);
  });

  it('has a post-renderer where there is one, and says what that needs', () => {
    const delivery = deliver('helm', overlaid, layout);
    expect(delivery.command).toMatch(/--post-renderer-args post-render\.sh$/);
    expect(read(delivery, 'overlay/kustomization.yaml').patches).toHaveLength(
      1,
    );
    expect(delivery.findings).toMatchObject([{ code: 'DS561' }]);
  });

  it('takes the chart from Git', () => {
    const { command } = deliver('helm', plain, {
      ...layout,
      chartRepository: 'https://git.example/dapr-shared',
    });
    expect(command).toMatch(/^git -C .chart checkout --quiet v1\./m);
    expect(command).toMatch(/ \.\/\.chart\/chart\/dapr-shared \\$/m);
  });

  it('says how it is removed', () => {
    const removal = (made: typeof plain) =>
      text(deliver('helm', made, layout), 'install.sh');
    expect(removal(plain)).toMatch(/helm uninstall \S+ --namespace shop$/m);
    // The hook would fail, and the removal with it.
    expect(removal(hardened)).toMatch(/ --namespace shop --no-hooks$/m);
  });
});

describe('delivery flux', () => {
  it('does not run a hook that would fail', () => {
    const release = (made: typeof plain) =>
      read(deliver('flux', made, layout), 'helm-release.yaml').spec;
    expect(release(hardened).uninstall).toEqual({ disableHooks: true });
    expect(release(overlaid).uninstall).toBeUndefined();
  });

  it('takes out what the overlay takes out', () => {
    const { patches } = read(deliver('flux', hardened, layout), 'helm-release.yaml').spec.postRenderers[0].kustomize; // prettier-ignore
    const removed = patches
      .map(({ patch }: { patch: string }) => parse(patch))
      .filter((patch: object) => '$patch' in patch);
    expect(removed).toContainEqual(
      expect.objectContaining({ $patch: 'delete', kind: 'ClusterRole' }),
    );
  });

  it('puts beside the release what a post-renderer cannot add', () => {
    const made = plan(
      { ...request, overlay: { disruptionBudget: true }, replicas: 2 },
      facts,
    );
    const delivery = deliver('flux', made, layout);
    expect(read(delivery, 'kustomization.yaml').resources).toContain(
      'objects.yaml',
    );
    expect(read(delivery, 'objects.yaml')).toMatchObject({
      kind: 'PodDisruptionBudget',
      metadata: { namespace: 'shop' },
    });
  });

  it.each([
    ['v1.16.0', { tag: 'v1.16.0' }],
    ['main', { branch: 'main' }],
    ['a'.repeat(40), { commit: 'a'.repeat(40) }],
  ])('takes the chart from Git at %s', (ref, reference) => {
    const delivery = deliver('flux', overlaid, {
      ...layout,
      chartRepository: `https://git.example/dapr-shared?ref=${ref}`,
    });
    expect(read(delivery, 'git-repository.yaml').spec).toMatchObject({
      url: 'https://git.example/dapr-shared',
      ref: reference,
    });
    expect(read(delivery, 'helm-release.yaml').spec.chart.spec).toMatchObject({
      chart: './chart/dapr-shared',
    });
  });
});
