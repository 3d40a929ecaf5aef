import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { GitHost } from '../__testUtils__/gitHost';
import { actionOptions } from '../__testUtils__/options';
import { createGenerateAction, createPullRequestAction } from '.';

const BRANCH = 'dapr-shared/prod-eu/shop/orders';
const FOLDER = 'clusters/prod-eu/shop/dapr-shared/orders';
const GUEST = 'user:default/guest';

const workspace = createMockDirectory();
let host: GitHost;
beforeEach(async () => {
  host = await GitHost.start();
  workspace.clear();
});
afterEach(() => host.stop());

const target = {
  gitops: 'platform',
  cluster: 'prod-eu',
  namespace: 'shop',
  appId: 'orders',
};

/** Runs an action as a task of the portal would, and gives its outputs. */
async function run(
  action: ReturnType<typeof createPullRequestAction>,
  input: Parameters<typeof action.handler>[0]['input'],
  options: { user?: string; isDryRun?: boolean } = {},
) {
  const context = {
    ...createMockActionContext({
      input,
      workspacePath: workspace.path,
      user: { ref: options.user ?? GUEST },
    }),
    isDryRun: options.isDryRun,
  };
  await action.handler(context);
  return Object.fromEntries(jest.mocked(context.output).mock.calls);
}

async function generated(replicas = 2, options = actionOptions(host.url)) {
  const context = createMockActionContext({
    input: { ...target, port: 8080, strategy: 'deployment' as const, replicas },
    workspacePath: workspace.path,
    user: { ref: GUEST },
  });
  await createGenerateAction(options).handler(context);
  const outputs = Object.fromEntries(jest.mocked(context.output).mock.calls);
  const { files, title, body } = outputs;
  return { ...target, files, title, body };
}

const propose = (
  input: Awaited<ReturnType<typeof generated>>,
  options?: { user?: string; isDryRun?: boolean },
) => run(createPullRequestAction(actionOptions(host.url)), input, options);

describe('dapr-shared:pull-request', () => {
  it('pushes the files and opens a request', async () => {
    const input = await generated();
    expect(await propose(input)).toEqual({
      branch: BRANCH,
      changed: true,
      pullRequestNumber: 1,
      remoteUrl: `${host.repository}/pulls/1`,
    });
    expect(host.git('diff', '--name-status', `main...${BRANCH}`)).toBe(
      input.files
        .map((file: { path: string }) => `A\t${file.path}`)
        .sort()
        .join('\n'),
    );
    expect(host.requests).toMatchObject([
      { title: input.title, body: input.body, base: { ref: 'main' } },
    ]);
  });

  it('names portal and initiator in the commit', async () => {
    await propose(await generated());
    expect(
      host.git('log', '-1', '--format=%an%n%(trailers:unfold)', BRANCH),
    ).toBe(
      `Scaffolder\nBackstage-Portal: http://portal.example\nBackstage-Initiator: ${GUEST}`,
    );
  });

  it('opens the request by one call', async () => {
    await propose(await generated());
    expect(host.calls.filter(call => call.startsWith('POST'))).toHaveLength(1);
  });

  it('finds its own request when it is run again', async () => {
    const input = await generated();
    const first = await propose(input);
    const commit = host.git('rev-parse', BRANCH);
    expect(await propose(input)).toEqual(first);
    expect(host.git('rev-parse', BRANCH)).toBe(commit);
    expect(host.requests).toHaveLength(1);
  });

  it('finds the request that was opened between its look and its own', async () => {
    const input = await generated();
    const first = await propose(input);
    host.blindLists = 1;
    expect(await propose(input)).toEqual(first);
    expect(host.requests).toHaveLength(1);
  });

  it('opens the request for a branch that a killed task had pushed', async () => {
    const input = await generated();
    await propose(input);
    host.requests.length = 0;
    expect((await propose(input)).pullRequestNumber).toBe(1);
  });

  it('adds to its open request without force, also when main moved on', async () => {
    await propose(await generated(2));
    const before = host.git('rev-parse', BRANCH);
    host.commit('main', { 'README.md': 'Moved on\n' }, 'Other work');
    await propose(await generated(3));
    expect(host.git('merge-base', before, BRANCH)).toBe(before);
    expect(host.git('merge-base', 'main', BRANCH)).toBe(
      host.git('rev-parse', 'main'),
    );
    expect(host.git('show', `${BRANCH}:${FOLDER}/values.yaml`)).toContain(
      'replicas: 3',
    );
    expect(host.requests).toHaveLength(1);
  });

  it('says so where there is nothing to change, and opens nothing', async () => {
    const input = await generated();
    await propose(input);
    host.merge(BRANCH);
    expect(await propose(input)).toEqual({
      branch: BRANCH,
      changed: false,
      remoteUrl: `${host.repository}/src/branch/main/${FOLDER}`,
    });
    expect(host.requests).toHaveLength(1);
  });

  it('leaves what people edited on main alone, with a link to it', async () => {
    await propose(await generated());
    host.merge(BRANCH);
    host.commit('main', { [`${FOLDER}/values.yaml`]: 'mine: 1\n' }, 'By hand');
    await expect(propose(await generated())).rejects.toThrow(
      `shop/orders exists on prod-eu already, with other content in ${FOLDER}/values.yaml. Choose another app id, or edit ${host.repository}/src/branch/main/${FOLDER}`,
    );
  });

  it('refuses a branch with a commit of somebody else, with a link to it', async () => {
    const input = await generated();
    await propose(input);
    host.commit(BRANCH, { 'extra.yaml': 'a: 1\n' }, 'By hand');
    const tip = host.git('rev-parse', BRANCH);
    await expect(propose(input)).rejects.toThrow(
      `nothing is overwritten. Merge it or delete the branch, then try again: ${host.repository}/pulls/1`,
    );
    host.requests.length = 0;
    await expect(propose(input)).rejects.toThrow(
      `${host.repository}/commit/${tip}`,
    );
    expect(host.git('rev-parse', BRANCH)).toBe(tip);
  });

  it('is not fooled by a commit whose title names the portal', async () => {
    const input = await generated();
    const forged = 'Backstage-Portal: http://portal.example\nBackstage-Initiator: user:default/guest'; // prettier-ignore
    host.git('branch', BRANCH, 'main');
    host.commit(BRANCH, { 'extra.yaml': 'a: 1\n' }, forged);
    await expect(propose(input)).rejects.toThrow('nothing is overwritten');
  });

  it("refuses where another person's request is open, with a link to it", async () => {
    const input = await generated();
    await propose(input, { user: 'user:default/colleague' });
    await expect(propose(input)).rejects.toThrow(
      `user:default/colleague has asked for shop/orders on prod-eu already: merge or close ${host.repository}/pulls/1 first`,
    );
    expect(host.requests).toHaveLength(1);
  });

  it('refuses a request that another account opened, with a link to it', async () => {
    const input = await generated();
    await propose(input);
    for (const request of host.requests) request.user.login = 'someone';
    await expect(propose(input)).rejects.toThrow(
      `someone has opened a request from branch ${BRANCH}. Merge or close it, then try again: ${host.repository}/pulls/1`,
    );
  });

  it('touches nothing in a dry run', async () => {
    const before = host.git('for-each-ref');
    const outputs = await propose(await generated(), { isDryRun: true });
    expect(outputs).toMatchObject({ branch: BRANCH, changed: false });
    expect(host.git('for-each-ref')).toBe(before);
    expect(host.calls).toEqual([]);
  });

  it('keeps everything else in the repository', async () => {
    host.commit('main', { 'clusters/prod-eu/shop/app.yaml': 'a: 1\n' }, 'Add');
    await propose(await generated());
    expect(host.git('diff', '--name-status', '--diff-filter=MD', 'main', BRANCH)).toBe(''); // prettier-ignore
  });
});

describe('dapr-shared:pull-request and a kustomization above the instance', () => {
  const PARENT = 'clusters/prod-eu/kustomization.yaml';
  const ENTRY = 'shop/dapr-shared/orders';
  const own = '# Ours\nresources:\n  - namespaces # first\n  - ingress\n';
  const listed = own.replace('ingress\n', `ingress\n  - ${ENTRY}\n`);
  const show = (path: string, branch = BRANCH) =>
    host.git('show', `${branch}:${path}`);

  it('adds the instance to the nearest, and keeps what people wrote', async () => {
    host.commit('main', { [PARENT]: own, 'kustomization.yaml': own }, 'Ours');
    await propose(await generated());
    expect(show(PARENT)).toBe(listed.trimEnd());
    expect(host.git('diff', '--name-only', '--diff-filter=M', 'main', BRANCH)).toBe(PARENT); // prettier-ignore
  });

  it.each(['kustomization.yml', 'Kustomization'])(
    'knows %s too',
    async name => {
      host.commit('main', { [`clusters/${name}`]: own }, 'Ours');
      await propose(await generated());
      expect(show(`clusters/${name}`)).toContain(`- prod-eu/${ENTRY}`);
    },
  );

  it('adds it once, however often the task runs', async () => {
    host.commit('main', { [PARENT]: own }, 'Ours');
    const input = await generated();
    await propose(input);
    const commit = host.git('rev-parse', BRANCH);
    await propose(input);
    expect(host.git('rev-parse', BRANCH)).toBe(commit);
    await propose(await generated(3));
    expect(show(PARENT)).toBe(listed.trimEnd());
  });

  it('has nothing to change where somebody listed it by hand', async () => {
    host.commit('main', { [PARENT]: own }, 'Ours');
    const input = await generated();
    await propose(input);
    host.merge(BRANCH);
    const byHand = own.replace('resources:', `resources:\n  - ./${ENTRY}/`);
    host.commit('main', { [PARENT]: byHand }, 'By hand');
    expect(await propose(input)).toMatchObject({ changed: false });
    expect(show(PARENT, 'main')).toBe(byHand.trimEnd());
  });

  it('takes up what main has meanwhile, beside its own entry', async () => {
    host.commit('main', { [PARENT]: own }, 'Ours');
    await propose(await generated(2));
    const moved = own.replace('- namespaces', '- priorities\n  - namespaces');
    host.commit('main', { [PARENT]: moved }, 'Other work');
    await propose(await generated(3));
    expect(show(PARENT)).toBe(
      listed.replace('- namespaces', '- priorities\n  - namespaces').trimEnd(),
    );
  });

  it('leaves it alone where a command installs the instance', async () => {
    host.commit('main', { [PARENT]: own }, 'Ours');
    const options = actionOptions(host.url, undefined, {
      gitops: { delivery: 'helm' },
    });
    const input = await generated(2, options);
    await run(createPullRequestAction(options), input);
    expect(show(PARENT)).toBe(own.trimEnd());
  });

  it('refuses one that cannot be added to, by its path and with the entry', async () => {
    host.commit('main', { [PARENT]: 'resources: all\n' }, 'Ours');
    await expect(propose(await generated())).rejects.toThrow(
      `${PARENT}: The kustomization of the parent folder cannot be added to: its field resources is not a list. Add "${ENTRY}" to its resources by hand.`,
    );
    expect(host.calls.filter(call => call.startsWith('POST'))).toEqual([]);
  });
});

describe('dapr-shared:pull-request refuses before anything is pushed', () => {
  it.each([
    ['an unknown repository', { gitops: 'other' }, /^gitops: .* write one of "platform"/], // prettier-ignore
    ['an unknown cluster', { cluster: '../x' }, /^cluster: .* choose one of/],
    ['no files', { files: [] }, /^files: the list is empty/],
    ['a file elsewhere', { files: [{ path: 'README.md', checksum: '' }] }, /^files: "README.md" is not in the folder/], // prettier-ignore
    ['a way out of the folder', { files: [{ path: `${FOLDER}/../../x`, checksum: '' }] }, /^files: .* is not in the folder/], // prettier-ignore
    ['a missing file', { files: [{ path: `${FOLDER}/x.yaml`, checksum: '' }] }, /is missing in the workspace, and nothing is deleted/], // prettier-ignore
    ['another directory', { directory: '../..' }, /outside/],
    ['a title of two lines', { title: 'a\n\nBackstage-Portal: x' }, /^title must be one line/], // prettier-ignore
  ])('%s', async (_, fields, message) => {
    const input = await generated();
    await expect(propose({ ...input, ...fields })).rejects.toThrow(message);
    expect(host.git('for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/main',
    );
    expect(host.calls).toEqual([]);
  });

  it('a file that was changed after it was generated', async () => {
    const input = await generated();
    workspace.addContent({ gitops: { [FOLDER]: { 'values.yaml': 'a: 1\n' } } });
    await expect(propose(input)).rejects.toThrow(
      `files: "${FOLDER}/values.yaml" was changed after dapr-shared:generate`,
    );
  });

  it('wrong credentials', async () => {
    const input = await generated();
    const options = actionOptions(host.url.replace('localhost', '127.0.0.1'));
    const [gitea] = options.integrations.gitea.list();
    if (gitea) gitea.config.password = 'wrong';
    await expect(
      run(createPullRequestAction(options), input),
    ).rejects.toThrow('does not accept username and password of integrations.gitea'); // prettier-ignore
  });
});
