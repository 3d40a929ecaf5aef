import { NotAllowedError, ResponseError } from '@backstage/errors';
import {
  createMockDirectory,
  mockCredentials,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  type ClusterDto,
  type ClustersResponse,
  checksum,
  type DeliveryKind,
  inspect,
  parsePlanRequest,
  preview,
  render,
} from 'backstage-plugin-dapr-shared-common';
import { existsSync } from 'fs';
import { parse } from 'yaml';
import { actionOptions } from '../__testUtils__/options';
import { createGenerateAction } from '.';
import { generateExamples } from './generate.examples';

const FOLDER = 'clusters/prod-eu/shop/dapr-shared/orders';
const HOST = 'http://git.example:3000';

const workspace = createMockDirectory();
beforeEach(() => workspace.clear());

const good = {
  gitops: 'platform',
  cluster: 'prod-eu',
  namespace: 'shop',
  appId: 'orders',
  port: 8080,
  strategy: 'deployment' as const,
  replicas: 2,
  entityRef: 'component:default/orders',
};

/** Templates are not type-checked. */
const untyped = (fields: object): typeof good => ({ ...good, ...fields });

async function generate(
  input: typeof good & { owner?: string } = good,
  options = actionOptions(HOST),
  isDryRun = false,
) {
  const context = {
    ...createMockActionContext({
      input,
      workspacePath: workspace.path,
      user: { ref: 'user:default/guest' },
    }),
    isDryRun,
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/guest'),
  };
  await createGenerateAction(options).handler(context);
  const calls = jest.mocked(context.output).mock.calls;
  return { outputs: Object.fromEntries(calls), context };
}

const clusters = (item: Partial<ClusterDto>) => async () => ({
  items: [{ name: 'prod-eu', title: '', state: 'connected' as const, ...item }],
});

const text = (path: string) =>
  String(
    path
      .split('/')
      .reduce<unknown>(
        (tree, name) => Reflect.get(Object(tree), name),
        workspace.content(),
      ),
  );

describe('dapr-shared:generate', () => {
  it('writes the files of the instance where the layout says', async () => {
    const { outputs } = await generate();
    expect(outputs.folder).toBe(FOLDER);
    expect(outputs.files).toEqual(
      [
        'kustomization.yaml',
        'kustomizeconfig.yaml',
        'oci-repository.yaml',
        'helm-release.yaml',
        'values.yaml',
        'instance.yaml',
      ].map(name => ({
        path: `${FOLDER}/${name}`,
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      })),
    );
    expect(text(`gitops/${FOLDER}/kustomization.yaml`)).toContain(
      'helm-release.yaml',
    );
  });

  it('links the pods to the file in Git and to the component', async () => {
    await generate();
    const release = parse(text(`gitops/${FOLDER}/helm-release.yaml`));
    const objects = render({
      chartVersion: '1.16.0',
      releaseName: release.spec.releaseName,
      namespace: 'shop',
      values: parse(text(`gitops/${FOLDER}/values.yaml`)),
    });
    expect([...inspect(objects)]).toMatchObject([
      {
        source: `${HOST}/platform/gitops#main:${FOLDER}`,
        entityRef: 'component:default/orders',
        daprdVersion: '1.18.3',
      },
    ]);
  });

  it('gives title and body for the pull request', async () => {
    const { outputs } = await generate();
    expect(outputs.title).toBe('Add shared daprd shop/orders on prod-eu');
    for (const part of [
      '2 replicas of daprd (Deployment), Dapr 1.18.3',
      'value: http://orders-dapr.shop.svc.cluster.local:3500',
      '`scheduler-address`: Since Dapr 1.17',
      'rollout status deployment/orders-644f7b8c-dapr-shared-chart',
      'Requested by `user:default/guest`',
      '[component:default/orders](http://portal.example/catalog/default/component/orders)',
    ]) {
      expect(outputs.body).toContain(part);
    }
    expect(outputs.annotation).toBe('shop/orders');
    expect(outputs.entityRef).toBe('component:default/orders');
  });

  it('makes the same files in a dry run', async () => {
    const { outputs } = await generate();
    const dry = await generate(good, actionOptions(HOST), true);
    expect(dry.outputs.files).toEqual(outputs.files);
  });

  it('follows the control plane of the cluster', async () => {
    const controlPlane = { namespace: 'dapr', version: '1.17.13' };
    const options = actionOptions(HOST, clusters({ controlPlane }));
    const { outputs } = await generate(good, options);
    expect(outputs.runtimeVersion).toBe('1.17.13');
    expect(text(`gitops/${FOLDER}/values.yaml`)).toContain(
      'dapr-sentry.dapr.svc.cluster.local',
    );
  });

  it('asks for the cluster as the person who started the task', async () => {
    const getClusters = jest.fn(clusters({ controlPlane: null }));
    await generate(good, actionOptions(HOST, getClusters));
    const token = mockCredentials.service.token({
      onBehalfOf: mockCredentials.user('user:default/guest'),
      targetPluginId: 'dapr-shared',
    });
    expect(getClusters).toHaveBeenCalledWith({ token, signal: undefined });
  });

  it('asks once, also when the task is taken up again', async () => {
    const getClusters = jest.fn(clusters({ controlPlane: null }));
    const context = {
      ...createMockActionContext({
        input: good,
        workspacePath: workspace.path,
      }),
      checkpoint: async () =>
        JSON.parse('{"facts":{"controlPlane":null},"owners":[]}'),
    };
    const action = createGenerateAction(actionOptions(HOST, getClusters));
    await action.handler(context);
    expect(getClusters).not.toHaveBeenCalled();
  });

  it.each<[string, () => Promise<ClustersResponse>, string]>([
    ['there is no control plane', clusters({ controlPlane: null }), 'DS201'],
    ['the cluster was never read', clusters({}), 'DS202'],
    ['the portal does not know the cluster', async () => ({ items: [] }), 'DS202'], // prettier-ignore
    ['the person may not see clusters', forbidden, 'DS202'],
  ])('tells the reader of the request when %s', async (_, answer, code) => {
    const { outputs } = await generate(good, actionOptions(HOST, answer));
    expect(outputs.body).toContain(code);
  });

  it('comes to what a preview of the same request comes to', async () => {
    const options = actionOptions(HOST);
    const { outputs } = await generate(good, options);
    const { files, folder, wiring, findings } = preview({
      request: parsePlanRequest(good),
      owners: [],
      facts: { controlPlane: { namespace: 'dapr-system', version: '1.18.3' } },
      repositories: options.gitops,
      policy: options.policy,
    });
    for (const { path, content } of files) {
      expect(text(`gitops/${path}`)).toBe(content);
    }
    expect(outputs.files).toEqual(
      files.map(({ path, content }) => ({ path, checksum: checksum(content) })),
    );
    expect(outputs).toMatchObject({
      folder,
      findings,
      wiring: wiring.patch,
      environment: wiring.environment,
    });
  });

  it.each<[DeliveryKind, string, string, string]>([
    ['flux', 'helm-release.yaml', 'get helmreleases orders-644f7b8c', 'Flux then uninstalls'], // prettier-ignore
    ['argocd', 'application.yaml', 'kubectl -n argocd get applications.argoproj.io prod-eu-orders-644f7b8c', 'Argo CD then deletes'], // prettier-ignore
    ['manifests', 'objects.yaml', 'rollout status deployment/', 'where nothing prunes'], // prettier-ignore
    ['helm', 'install.sh', `sh ${FOLDER}/install.sh`, 'uninstalls orders-644f7b8c'], // prettier-ignore
  ])(
    'writes for delivery %s, and tells how to check and to undo it',
    async (delivery, file, check, undo) => {
      const options = actionOptions(HOST, undefined, { gitops: { delivery } });
      const { outputs } = await generate(good, options);
      expect(outputs.files.map(({ path }: { path: string }) => path)).toContain(
        `${FOLDER}/${file}`,
      );
      expect(outputs.body).toContain(check);
      expect(outputs.body).toContain(undo);
      expect(outputs.command !== undefined).toBe(delivery === 'helm');
    },
  );

  it.each(generateExamples)(
    'does as its example says: $description',
    async ({ example }) => {
      const { outputs } = await generate(parse(example).steps[0].input);
      expect(outputs.folder).toBe(FOLDER);
    },
  );

  it('takes every option of a plan', async () => {
    const { outputs } = await generate(
      untyped({
        scaleToZero: true,
        images: { registry: 'registry.example/daprio' },
        overlay: { tokenSecret: { name: 'orders-token', key: 'token' } },
        values: { shared: { log: { level: 'debug' } } },
      }),
    );
    expect(text(`gitops/${FOLDER}/values.yaml`)).toMatch(
      /registry\.example[^]*level: debug|level: debug[^]*registry\.example/,
    );
    expect(outputs.body).toContain('secretKeyRef');
    expect(parse(outputs.wiring).spec.template.spec.containers[0].env).toEqual(
      outputs.environment,
    );
  });

  it('says where the app still asks for a sidecar', async () => {
    const { outputs } = await generate(
      untyped({
        workload: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'orders' },
          spec: {
            template: {
              metadata: { annotations: { 'dapr.io/enabled': 'true' } },
            },
          },
        },
      }),
    );
    expect(outputs.body).toContain(
      'Deployment orders still asks for a sidecar',
    );
    expect(outputs.wiring).toContain('dapr.io/enabled: null');
  });

  it('tells of each finding the code, the cause, the fix and where to read on', async () => {
    const { outputs } = await generate(untyped({ runtimeVersion: '1.14.0' }));
    const { code, cause, fix, docs } = outputs.findings.find(
      (f: { title: string }) => f.title.includes('out of support'),
    );
    expect(outputs.body).toContain(docs ? `[${code}](${docs})` : code);
    expect(outputs.body).toContain(cause);
    expect(outputs.body).toContain(`**Fix:** ${fix}`);
  });

  it('fails when the backend does, instead of guessing', async () => {
    const options = actionOptions(HOST, async () => {
      throw new Error('connect ECONNREFUSED');
    });
    await expect(generate(good, options)).rejects.toThrow('ECONNREFUSED');
    expect(existsSync(workspace.resolve('gitops'))).toBe(false);
  });
});

describe('dapr-shared:generate refuses before anything is written', () => {
  it.each([
    [{ appId: 'a'.repeat(59) }, /^appId may have at most 58 .* Shorten it/],
    [{ appId: 'on' }, /^appId must not be "on".* "on-app"/],
    [{ appId: '123' }, /^appId must start with a lower-case letter.* "orders"/],
    [{ appId: 'Orders' }, /^appId .* lower-case .* "orders"/],
    [{ appId: '../orders' }, /^appId .* "orders"/],
    [{ namespace: '../shop' }, /^namespace .* "shop"/],
    [{ cluster: '../prod-eu' }, /^cluster .* Pick one of the clusters/],
    [{ cluster: 'prod-us' }, /^cluster: .* choose one of prod-eu, staging/],
    [{ host: 'http://orders:80' }, /^host must be a host, not a URL.* Write "orders" here/], // prettier-ignore
    [{ port: 70000 }, /^port must be a whole number from 1 to 65535/],
    [{ strategy: 'statefulset' }, /^strategy must be daemonset or deployment/],
    [{ replicas: -1 }, /^replicas must be a whole number, 1 or more/],
    [{ protocol: 'tcp' }, /^protocol must be http, https, grpc, grpcs or h2c/],
    [{ gitops: 'other' }, /^gitops: there is no GitOps repository "other"; write one of "platform"/], // prettier-ignore
    [{ directory: '../elsewhere' }, /outside/],
    [{ replica: 2 }, /^replica is not known; did you mean replicas\?/],
    [{ owners: ['group:default/shop'] }, /^owners is not known/],
    [{ port: '8080' }, /^port must be a whole number; it is "8080"/],
    [{ entityRef: 'orders' }, /^entityRef .* "component:default\/orders"/],
    [{ overlay: { nodelocal: true } }, /^overlay.nodelocal is not known; did you mean overlay.nodeLocal/], // prettier-ignore
    [{ values: { shared: { daprd: { token: 'abc' } } } }, /^values must not have shared.daprd.token/], // prettier-ignore
    [{ runtimeVersion: '1.12.0' }, /too old for shared daprd.* Upgrade to one of 1\.18\.3/], // prettier-ignore
  ])('%j', async (fields, message) => {
    await expect(generate(untyped(fields))).rejects.toThrow(message);
    expect(workspace.content()).toEqual({});
  });

  it('what policy denies, with its message and whom to ask', async () => {
    const policy = [
      { deny: { strategy: 'deployment' }, message: 'One per node.', contact: '#platform' }, // prettier-ignore
    ];
    const options = actionOptions(HOST, undefined, { policy });
    await expect(generate(good, options)).rejects.toThrow(
      /DS454 .*One per node\. .*Ask #platform/,
    );
    expect(workspace.content()).toEqual({});
  });

  it('what policy asks of the owners whom the initiator may see', async () => {
    const policy = [
      { match: { owners: ['group:default/billing'] }, require: { overlay: { identity: true } } }, // prettier-ignore
    ];
    const options = actionOptions(HOST, undefined, { policy });
    const getEntityByRef = jest.spyOn(options.catalog, 'getEntityByRef');
    await expect(
      generate({ ...good, entityRef: 'component:default/invoices' }, options),
    ).rejects.toThrow(/DS453 .*daprShared\.policy\[0\]/);
    expect(getEntityByRef).toHaveBeenCalledWith('component:default/invoices', {
      credentials: mockCredentials.user('user:default/guest'),
    });
    await generate(good, options);
    await expect(
      generate({ ...good, entityRef: 'component:default/new', owner: 'group:default/billing' }, options), // prettier-ignore
    ).rejects.toThrow('DS453');
  });
});

async function forbidden(): Promise<ClustersResponse> {
  const body = JSON.stringify({
    error: { name: NotAllowedError.name, message: 'no' },
    response: { statusCode: 403 },
  });
  throw await ResponseError.fromResponse(new Response(body, { status: 403 }));
}
