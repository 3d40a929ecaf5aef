import { ConfigReader } from '@backstage/config';
import { findGitOps, readGitOps } from './config';

const entry = {
  name: 'platform',
  repository: 'https://git.example/platform/gitops',
  clusters: ['prod-eu', 'staging'],
};

const read = (...gitops: object[]) =>
  readGitOps(new ConfigReader({ daprShared: { gitops } }));

describe('readGitOps', () => {
  it('has defaults for branch, path and delivery', () => {
    expect(read(entry)).toEqual([
      {
        ...entry,
        branch: 'main',
        path: 'clusters/{cluster}/{namespace}/dapr-shared/{appId}',
        delivery: 'flux',
        chartRepository: undefined,
      },
    ]);
  });

  it('is empty without configuration', () => {
    expect(readGitOps(new ConfigReader({}))).toEqual([]);
  });

  it.each(['.git', '/', '.git/'])('takes an address that ends with %s', end => {
    const [found] = read({ ...entry, repository: `${entry.repository}${end}` });
    expect(found?.repository).toBe(entry.repository);
  });

  it('needs no {cluster} in the path where there is one cluster', () => {
    const path = '{namespace}/{appId}';
    expect(read({ ...entry, clusters: ['prod-eu'], path })[0]?.path).toBe(path);
  });

  it.each([
    [{ path: '{namespace}/{appId}' }, /gitops\[0\]\.path .* lacks \{cluster\}/],
    [{ path: '{cluster}' }, /lacks \{namespace\} and \{appId\}/],
    [{ path: '../{cluster}/{namespace}/{appId}' }, /without "\.\."/],
    [{ path: '/{cluster}/{namespace}/{appId}' }, /without "\/" at either end/],
    [{ delivery: 'argocd' }, /gitops\[0\]\.delivery is "argocd"; write "flux"/],
    [{ clusters: undefined }, /daprShared\.gitops\[0\]\.clusters/],
    [{ repository: undefined }, /daprShared\.gitops\[0\]\.repository/],
  ])('refuses %j', (fields, message) => {
    expect(() => read({ ...entry, ...fields })).toThrow(message);
  });

  it('refuses two of one name', () => {
    expect(() => read(entry, entry)).toThrow('two entries named "platform"');
  });
});

describe('findGitOps', () => {
  it('says where to name a repository when there is none', () => {
    expect(() => findGitOps([], 'platform', 'prod-eu')).toThrow(
      'name one in daprShared.gitops of the app-config',
    );
  });
});
