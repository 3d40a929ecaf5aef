import { findGitOps, parseGitOps } from '..';

const entry = {
  name: 'platform',
  repository: 'https://git.example/platform/gitops',
  clusters: ['prod-eu', 'staging'],
};
const one = { ...entry, clusters: ['prod-eu'] };

describe('parseGitOps', () => {
  it('has defaults for branch, path and delivery', () => {
    expect(parseGitOps([entry])).toEqual([
      {
        ...entry,
        branch: 'main',
        path: 'clusters/{cluster}/{namespace}/dapr-shared/{appId}',
        delivery: 'flux',
      },
    ]);
  });

  it.each([undefined, null, []])('is empty for %j', value => {
    expect(parseGitOps(value)).toEqual([]);
  });

  it.each(['.git', '/', '.git/'])('takes an address that ends with %s', end => {
    const [found] = parseGitOps([{ ...entry, repository: `${entry.repository}${end}` }]); // prettier-ignore
    expect(found?.repository).toBe(entry.repository);
  });

  it('needs no {cluster} in the path where there is one cluster', () => {
    const path = '{namespace}/{appId}';
    expect(parseGitOps([{ ...one, path }])[0]?.path).toBe(path);
  });

  it.each([
    [{ delivery: 'manifests', branch: 'live' }],
    [{ delivery: 'helm', chartRepository: 'oci://registry.example/dapr/dapr-shared-chart' }], // prettier-ignore
    [{ delivery: 'flux', chartRepository: 'https://git.example/mirror//chart?ref=v1.16.0' }], // prettier-ignore
    [{ delivery: 'argocd', argocd: { namespace: 'gitops', project: 'dapr', destination: 'eu-1' } }], // prettier-ignore
  ])('takes %j', fields => {
    expect(parseGitOps([{ ...one, ...fields }])).toMatchObject([fields]);
  });

  it.each([
    [{ path: '{namespace}/{appId}' }, /gitops\[0\]\.path .* lacks \{cluster\}/],
    [{ path: '{cluster}' }, /lacks \{namespace\} and \{appId\}/],
    [{ path: '../{cluster}/{namespace}/{appId}' }, /without "\.\."/],
    [{ path: '/{cluster}/{namespace}/{appId}' }, /without "\/" at either end/],
    [{ delivery: 'spinnaker' }, /gitops\[0\]\.delivery is "spinnaker"; write "flux", "argocd", "manifests" or "helm"/], // prettier-ignore
    [{ clusters: undefined }, /daprShared\.gitops\[0\]\.clusters/],
    [{ clusters: [] }, /gitops\[0\]\.clusters is empty; name the clusters/],
    [{ clusters: [7] }, /gitops\[0\]\.clusters\[0\] must be text/],
    [{ name: '' }, /gitops\[0\]\.name must be text, and not empty/],
    [{ repository: undefined }, /daprShared\.gitops\[0\]\.repository/],
    [{ repository: 'git.example/a' }, /repository must be the address as a browser opens it/], // prettier-ignore
    [{ chartRepository: 'registry.example/chart' }, /gitops\[0\]\.chartRepository is no address of the chart; write "oci:/], // prettier-ignore
    [{ argocd: {} }, /gitops\[0\]\.argocd is for delivery "argocd" alone/],
    [{ delivery: 'argocd', argocd: { destination: 'eu' } }, /argocd\.destination names one cluster .* one entry for each cluster/], // prettier-ignore
    [{ delivery: 'argocd', argocd: { projects: 'a' } }, /argocd\.projects is not known here; use one of namespace, project, destination/], // prettier-ignore
    [{ deliver: 'flux' }, /gitops\[0\]\.deliver is not known here; use one of name, /], // prettier-ignore
  ])('refuses %j', (fields, message) => {
    expect(() => parseGitOps([{ ...entry, ...fields }])).toThrow(message);
  });

  it.each(['repository', 'chartRepository'])(
    'refuses a password in %s, and does not repeat it',
    key => {
      const address = 'https://bot:hunter2@git.example/platform/gitops';
      const parse = () => parseGitOps([{ ...entry, [key]: address }]);
      expect(parse).toThrow(`daprShared.gitops[0].${key}`);
      expect(parse).not.toThrow('hunter2');
    },
  );

  it('refuses two of one name', () => {
    expect(() => parseGitOps([entry, entry])).toThrow(
      'daprShared.gitops has two entries named "platform"',
    );
  });

  it.each(['platform', { platform: entry }])(
    'refuses %j, which is no list',
    value => {
      expect(() => parseGitOps(value)).toThrow(
        'daprShared.gitops must be a list',
      );
    },
  );
});

describe('findGitOps', () => {
  it('says where to name a repository when there is none', () => {
    expect(() => findGitOps([], 'platform', 'prod-eu')).toThrow(
      'name one in daprShared.gitops of the app-config',
    );
  });
});
