import { execFile } from 'child_process';
import { mkdtemp, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import fs from 'fs';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { at } from 'backstage-plugin-dapr-shared-common';
import { Forge, type GitHost, startGitHost } from '.';
import { addLabel } from './api';

const run = promisify(execFile);
const author = { name: 'Tester', email: 'tester@example.invalid' };
const credentials = Buffer.from('backstage:sandbox').toString('base64');

let root: string;
let host: GitHost;
let pushed: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'git-host-test-'));
  pushed = [];
  const forge = new Forge({
    root: join(root, 'repositories'),
    orgs: ['platform', 'services'],
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
  forge.onPush(async ({ owner, name }) => {
    pushed.push(`${owner}/${name}`);
  });
  host = await startGitHost({
    port: 0,
    forge,
    state: { clusters: () => [], problems: () => new Map() },
  });
  const repository = await forge.createRepository({ owner: 'platform', name: 'gitops' }); // prettier-ignore
  await repository.git.write({
    branch: 'main',
    changes: [
      { path: 'README.md', content: '# GitOps\n' },
      { path: 'a/b.yaml', content: 'one: 1\n' },
    ],
    message: 'Start',
    author,
  });
  addLabel(repository, 'dapr-shared', '0d2192');
});

afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

interface Answer {
  status: number;
  body: unknown;
  text: string;
}

async function api(
  method: string,
  path: string,
  body?: unknown,
  authorization: string | null = `basic ${credentials}`,
): Promise<Answer> {
  const response = await fetch(`${host.url}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(authorization ? { authorization } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, text, body: isJson ? JSON.parse(text) : undefined }; // prettier-ignore
}

const REPO = '/repos/platform/gitops';

function commit(newBranch: string, path = 'new.yaml', text = 'new: true\n') {
  return api('POST', `${REPO}/contents`, {
    branch: 'main',
    new_branch: newBranch,
    message: `Add ${path}`,
    files: [
      {
        operation: 'create',
        path,
        content: Buffer.from(text).toString('base64'),
      },
    ],
  });
}

function open(head: string, more: Record<string, unknown> = {}) {
  return api('POST', `${REPO}/pulls`, { title: 'A change', body: '', base: 'main', head, ...more }); // prettier-ignore
}

describe('Git', () => {
  const gitCli = (...args: string[]) =>
    run('git', args, { cwd: root, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_GLOBAL: '/dev/null' } }); // prettier-ignore
  const withUser = (path: string, password = 'sandbox') =>
    `${host.url.replace('http://', `http://anyone:${password}@`)}${path}`;

  it('is cloned without a password and pushed with one', async () => {
    await gitCli('clone', '-q', `${host.url}/platform/gitops.git`, 'clone');
    expect(await readFile(join(root, 'clone/README.md'), 'utf8')).toBe('# GitOps\n'); // prettier-ignore
    await writeFile(join(root, 'clone/more.yaml'), 'more: 1\n');
    await gitCli('-C', 'clone', 'add', '.');
    await gitCli('-C', 'clone', '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', 'commit', '-qm', 'More'); // prettier-ignore
    await expect(gitCli('-C', 'clone', 'push', '-q', `${host.url}/platform/gitops.git`, 'main')).rejects.toThrow(); // prettier-ignore
    await expect(gitCli('-C', 'clone', 'push', '-q', withUser('/platform/gitops.git', 'wrong'), 'main')).rejects.toThrow(); // prettier-ignore
    expect(pushed).toEqual([]);
    await gitCli('-C', 'clone', 'push', '-q', withUser('/platform/gitops.git'), 'main:main'); // prettier-ignore
    expect(pushed).toEqual(['platform/gitops']);
    const { status } = await api('GET', `${REPO}/contents/more.yaml`);
    expect(status).toBe(200);
  });

  it('refuses a push that is no fast-forward only when it is not forced', async () => {
    await gitCli('clone', '-q', `${host.url}/platform/gitops`, 'clone');
    await gitCli('-C', 'clone', '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', 'commit', '-q', '--amend', '-m', 'Other'); // prettier-ignore
    await expect(gitCli('-C', 'clone', 'push', '-q', withUser('/platform/gitops.git'), 'main')).rejects.toThrow('rejected'); // prettier-ignore
  });

  it('takes a first push into an empty repository, as the scaffolder makes it', async () => {
    await api('POST', '/orgs/services/repos', { name: 'orders' });
    const dir = join(root, 'work');
    await git.init({ fs, dir, defaultBranch: 'main' });
    await writeFile(join(dir, 'catalog-info.yaml'), 'kind: Component\n');
    await git.add({ fs, dir, filepath: 'catalog-info.yaml' });
    await git.commit({ fs, dir, message: 'initial commit', author });
    const page = `${host.url}/services/orders/src/branch/main`;
    expect((await fetch(page)).status).toBe(404);
    const result = await git.push({
      fs,
      http,
      dir,
      url: `${host.url}/services/orders.git`,
      ref: 'main',
      onAuth: () => ({ username: 'backstage', password: 'sandbox' }),
    });
    expect(result.ok).toBe(true);
    expect((await fetch(page)).status).toBe(200);
  });
});

describe('the API', () => {
  it('knows who asks', async () => {
    expect((await api('GET', '/user')).body).toMatchObject({ login: 'backstage' }); // prettier-ignore
    for (const scheme of ['token', 'Bearer']) {
      expect((await api('GET', '/user', undefined, `${scheme} sandbox`)).status).toBe(200); // prettier-ignore
    }
    expect((await api('GET', '/user', undefined, null)).status).toBe(401);
    expect((await api('GET', '/user', undefined, 'token wrong')).status).toBe(401); // prettier-ignore
  });

  it('knows organisations and makes repositories', async () => {
    expect((await api('GET', '/version')).body).toMatchObject({ version: expect.stringMatching(/^1\.22/) }); // prettier-ignore
    expect((await api('GET', '/orgs/services')).status).toBe(200);
    expect((await api('GET', '/orgs/nobody')).status).toBe(404);
    const create = (name: string, auth?: null) => api('POST', '/orgs/services/repos', { name }, auth); // prettier-ignore
    expect((await create('orders', null)).status).toBe(401);
    expect(await create('orders')).toMatchObject({
      status: 201,
      body: {
        full_name: 'services/orders',
        default_branch: 'main',
        clone_url: `${host.url}/services/orders.git`,
      },
    });
    expect((await create('orders')).status).toBe(409);
    expect((await create('../etc')).status).toBe(422);
    expect((await api('GET', '/repos/services/orders')).status).toBe(200);
    expect((await api('GET', '/repos/services/other')).status).toBe(404);
  });

  it('hides a private repository from visitors', async () => {
    await api('POST', '/orgs/services/repos', { name: 'inner', private: true });
    expect((await api('GET', '/repos/services/inner')).status).toBe(200);
    expect((await api('GET', '/repos/services/inner', undefined, null)).status).toBe(404); // prettier-ignore
    expect((await fetch(`${host.url}/services/inner`)).status).toBe(404);
  });

  it('reads files, folders, commits and archives', async () => {
    const file = await api('GET', `${REPO}/contents/a/b.yaml?ref=main`);
    expect(file.body).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: Buffer.from('one: 1\n').toString('base64'),
    });
    expect((await api('GET', `${REPO}/contents`)).body).toMatchObject([
      { name: 'a', type: 'dir' },
      { name: 'README.md', type: 'file' },
    ]);
    expect((await api('GET', `${REPO}/contents/none`)).status).toBe(404);
    expect((await api('GET', `${REPO}/raw/a/b.yaml`)).text).toBe('one: 1\n');
    const { body } = await api('GET', `${REPO}/git/commits/main`);
    expect(body).toMatchObject({ commit: { message: 'Start' }, parents: [] });
    expect((await api('GET', `${REPO}/git/commits/none`)).status).toBe(404);
    const archive = await fetch(
      `${host.url}/api/v1${REPO}/archive/main.tar.gz`,
    );
    await writeFile(join(root, 'a.tar.gz'), Buffer.from(await archive.arrayBuffer())); // prettier-ignore
    const { stdout } = await run('tar', ['tzf', 'a.tar.gz'], { cwd: root });
    expect(stdout).toContain('gitops/a/b.yaml');
  });

  it('commits many files in one call, on a new branch', async () => {
    expect((await commit('dapr-shared/one')).status).toBe(201);
    expect((await commit('dapr-shared/one')).status).toBe(422);
    expect((await commit('dapr-shared/two', 'README.md')).status).toBe(422);
    expect((await commit('two', '../x')).status).toBe(422);
    const branch = await api('GET', `${REPO}/branches/dapr-shared/one`);
    expect(branch.body).toMatchObject({ name: 'dapr-shared/one', commit: { message: 'Add new.yaml' } }); // prettier-ignore
    expect((await api('GET', `${REPO}/branches/none`)).status).toBe(404);
    expect((await api('GET', `${REPO}/branches`)).body).toHaveLength(2);
    expect((await api('DELETE', `${REPO}/branches/dapr-shared/one`)).status).toBe(204); // prettier-ignore
  });
});

describe('a pull request', () => {
  it('is opened once', async () => {
    await commit('change');
    const first = await open('change', { labels: [1] });
    expect(first).toMatchObject({
      status: 201,
      body: {
        number: 1,
        state: 'open',
        merged: false,
        mergeable: true,
        html_url: `${host.url}/platform/gitops/pulls/1`,
        url: `${host.url}/platform/gitops/pulls/1`,
        head: { ref: 'change' },
        base: { ref: 'main' },
        labels: [{ name: 'dapr-shared' }],
      },
    });
    const again = await open('change');
    expect(again.status).toBe(409);
    expect(at(again.body, 'message')).toContain('[id: 1,');
    expect((await api('GET', `${REPO}/pulls`)).body).toHaveLength(1);
  });

  it('needs a branch, a difference and a user', async () => {
    expect((await open('nowhere')).status).toBe(404);
    expect((await open('main')).status).toBe(422);
    await commit('change');
    expect((await open('change', { base: 'nowhere' })).status).toBe(404);
    const body = { title: 'x', base: 'main', head: 'change' };
    expect((await api('POST', `${REPO}/pulls`, body, null)).status).toBe(401);
  });

  it('is edited, labelled, closed', async () => {
    await commit('change');
    await open('change');
    const labelled = await api('POST', `${REPO}/issues/1/labels`, { labels: ['dapr-shared', 'unknown'] }); // prettier-ignore
    expect(labelled.body).toMatchObject([{ id: 1, name: 'dapr-shared' }]);
    const changed = await api('PATCH', `${REPO}/pulls/1`, { title: 'Other', state: 'closed' }); // prettier-ignore
    expect(changed).toMatchObject({ status: 201, body: { title: 'Other', state: 'closed' } }); // prettier-ignore
    expect((await api('POST', `${REPO}/pulls/1/merge`, { Do: 'merge' })).status).toBe(405); // prettier-ignore
    expect((await api('GET', `${REPO}/pulls?state=all`)).body).toHaveLength(1);
    expect((await api('GET', `${REPO}/pulls`)).body).toEqual([]);
    expect((await open('change')).status).toBe(201);
    expect((await api('GET', `${REPO}/pulls/3`)).status).toBe(404);
  });

  it('is merged once, and tells who listens', async () => {
    await commit('change');
    await open('change');
    pushed = [];
    expect((await api('POST', `${REPO}/pulls/1/merge`, { Do: 'merge' })).status).toBe(200); // prettier-ignore
    expect(pushed).toEqual(['platform/gitops']);
    expect((await api('GET', `${REPO}/contents/new.yaml`)).status).toBe(200);
    expect((await api('GET', `${REPO}/pulls/1`)).body).toMatchObject({ state: 'closed', merged: true }); // prettier-ignore
    expect((await api('POST', `${REPO}/pulls/1/merge`, { Do: 'merge' })).status).toBe(405); // prettier-ignore
    expect((await open('change')).status).toBe(422);
  });

  it('is not merged where it conflicts', async () => {
    await commit('one', 'same.yaml', 'a: 1\n');
    await commit('two', 'same.yaml', 'a: 2\n');
    await open('one');
    await open('two');
    await api('POST', `${REPO}/pulls/1/merge`, { Do: 'merge' });
    expect((await api('POST', `${REPO}/pulls/2/merge`, { Do: 'merge' })).status).toBe(409); // prettier-ignore
  });
});

describe('the pages', () => {
  const page = async (path: string) => (await fetch(`${host.url}${path}`)).text(); // prettier-ignore

  it('show a request with its diff, and a form that merges', async () => {
    await commit('change', 'new.yaml', '<b>: "&"\n');
    await open('change', { title: '<i>Title</i>', body: '# Why\n<script>alert(1)</script> **bold** [x](javascript:alert(1))' }); // prettier-ignore
    const text = await page('/platform/gitops/pulls/1');
    expect(text).toContain('&lt;i&gt;Title&lt;/i&gt;');
    expect(text).toContain('&lt;script&gt;');
    expect(text).toContain('<strong>bold</strong>');
    expect(text).not.toMatch(/<script|href="javascript/);
    expect(text).toContain('<span class="add">+&lt;b&gt;: &quot;&amp;&quot;');
    expect(text).toContain('action="/platform/gitops/pulls/1/merge"');

    const merge = (headers: HeadersInit) =>
      fetch(`${host.url}/platform/gitops/pulls/1/merge`, { method: 'POST', headers }); // prettier-ignore
    expect((await merge({ origin: 'http://evil.example' })).status).toBe(403);
    const merged = await merge({ origin: host.url });
    expect(merged.url).toBe(`${host.url}/platform/gitops/pulls/1`);
    expect(await merged.text()).toContain('Merged by');
  });

  it('say what is wrong where it can be read', async () => {
    await commit('one', 'same.yaml', 'a: 1\n');
    await commit('two', 'same.yaml', 'a: 2\n');
    await open('one');
    await open('two');
    await api('POST', `${REPO}/pulls/1/merge`, { Do: 'merge' });
    const url = `${host.url}/platform/gitops/pulls/2/merge`;
    const text = await (await fetch(url, { method: 'POST' })).text();
    expect(text).toContain('two conflicts with main.');
  });

  it.each([
    ['/', 'platform'],
    ['/platform', 'gitops'],
    ['/platform/gitops', 'README.md'],
    ['/platform/gitops/src/branch/main/a/b.yaml', 'one: 1'],
    ['/platform/gitops/pulls', 'No pull requests yet.'],
    ['/sandbox', 'Everything that is merged is applied.'],
    ['/nobody', 'Not found'],
  ])('%s', async (path, text) => expect(await page(path)).toContain(text));
});
