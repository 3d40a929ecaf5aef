import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import giteaModule from '@backstage/plugin-scaffolder-backend-module-gitea';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  asArray,
  asRecord,
  asString,
  at,
} from 'backstage-plugin-dapr-shared-common';
import { execFileSync } from 'child_process';
import { parse, parseAllDocuments } from 'yaml';
import scaffolderModule from '..';
import { directoryContents, form, template } from '../__testUtils__/template';

/** Stands for the backend plugin: it knows one cluster. */
const clusters = createBackendPlugin({
  pluginId: 'dapr-shared',
  register(env) {
    env.registerInit({
      deps: { router: coreServices.httpRouter },
      async init({ router }) {
        router.use((_, response) => {
          const controlPlane = { namespace: 'dapr-system', version: '1.18.3' };
          response.json({ items: [{ name: 'prod-eu', controlPlane }] });
        });
      },
    });
  },
});

const service = createMockDirectory();
let baseUrl: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const config = {
    app: { baseUrl: 'http://portal.example' },
    integrations: {
      gitea: [
        {
          host: 'localhost:7010',
          baseUrl: 'http://localhost:7010',
          username: 'backstage',
          password: 'secret',
        },
      ],
    },
    daprShared: {
      gitops: [
        {
          name: 'platform',
          repository: 'http://localhost:7010/platform/gitops',
          clusters: ['prod-eu'],
        },
      ],
    },
  };
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      giteaModule,
      scaffolderModule,
      clusters,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  baseUrl = `http://localhost:${backend.server.port()}`;
  stop = () => backend.stop();
});
afterAll(() => stop());

/** A dry run by the real scaffolder: every file of the workspace by its path. */
async function dryRun(
  fields: object = {},
  of: unknown = template,
): Promise<Map<string, string>> {
  const response = await fetch(`${baseUrl}/api/scaffolder/v2/dry-run`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: mockCredentials.user.header(),
    },
    body: JSON.stringify({
      template: of,
      values: { ...form, ...fields },
      directoryContents,
    }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return new Map(
    asArray(at(answer, 'directoryContents')).map(file => [
      asString(at(file, 'path')) ?? '',
      Buffer.from(asString(at(file, 'base64Content')) ?? '', 'base64').toString(), // prettier-ignore
    ]),
  );
}

const below = (files: Map<string, string>, folder: string) =>
  [...files.keys()].filter(path => path.startsWith(`${folder}/`)).sort();

describe('template dapr-shared-service', () => {
  it('writes the service, and the files for the GitOps repository', async () => {
    const files = await dryRun();
    expect(below(files, 'service')).toEqual([
      'service/.dockerignore',
      'service/.gitignore',
      'service/Dockerfile',
      'service/README.md',
      'service/catalog-info.yaml',
      'service/deploy/prod-eu/app.yaml',
      'service/package.json',
      'service/src/app.test.ts',
      'service/src/app.ts',
      'service/src/main.ts',
      'service/tsconfig.json',
    ]);
    const folder = 'gitops/clusters/prod-eu/shop/dapr-shared/orders';
    expect(below(files, folder)).toContain(`${folder}/helm-release.yaml`);
  });

  it('annotates the component with the app id in its namespace', async () => {
    const files = await dryRun();
    expect(parse(files.get('service/catalog-info.yaml') ?? '')).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'orders',
        annotations: { 'dapr.io/app-id': 'shop/orders' },
      },
      spec: {
        type: 'service',
        lifecycle: 'experimental',
        owner: 'group:default/shop-team',
        system: 'system:default/shop',
      },
    });
  });

  it('gives the app a Service where daprd looks for it, and no sidecar', async () => {
    const files = await dryRun();
    const manifest = files.get('service/deploy/prod-eu/app.yaml') ?? '';
    const objects = parseAllDocuments(manifest).map(d => asRecord(d.toJS()));
    expect(objects.map(object => object?.kind)).toEqual([
      'Namespace',
      'Deployment',
      'Service',
    ]);
    const [, deployment, appService] = objects;
    expect(appService).toMatchObject({
      metadata: { name: 'orders', namespace: 'shop' },
      spec: { ports: [{ port: 8080, targetPort: 'app' }] },
    });
    expect(at(deployment, 'spec', 'template', 'metadata')).toEqual({
      labels: { 'app.kubernetes.io/name': 'orders' },
    });
    const containers = at(deployment, 'spec', 'template', 'spec', 'containers');
    expect(at(asArray(containers)[0], 'env')).toContainEqual({
      name: 'DAPR_HTTP_ENDPOINT',
      value: 'http://orders-dapr.shop.svc.cluster.local:3500',
    });
  });

  it('leaves replicas out where a DaemonSet decides', async () => {
    const files = await dryRun({ strategy: 'daemonset', replicas: undefined });
    const folder = 'gitops/clusters/prod-eu/shop/dapr-shared/orders';
    expect(files.get(`${folder}/values.yaml`)).not.toContain('replicas: ');
  });

  it.each([
    [{ podsAtLeast: 2 }, 2, false],
    [{ podsAtLeast: undefined }, 1, false],
    [{ podsAtLeast: 0 }, 1, true],
  ])('lets daprd outlive an app of %j', async (fields, replicas, outlives) => {
    const files = await dryRun(fields);
    const manifest = files.get('service/deploy/prod-eu/app.yaml') ?? '';
    expect(manifest).toContain(`replicas: ${replicas}\n`);
    const folder = 'gitops/clusters/prod-eu/shop/dapr-shared/orders';
    const { overlay } = parse(files.get(`${folder}/instance.yaml`) ?? '');
    expect(overlay.includes('scale-to-zero')).toBe(outlives);
  });

  it('refuses what cannot work before anything is made', async () => {
    await expect(dryRun({ name: 'on' })).rejects.toThrow('instance.name');
    await expect(dryRun({ cluster: 'other' })).rejects.toThrow(
      'cluster: GitOps repository \\"platform\\" does not serve \\"other\\"',
    );
  });

  it('reaches the action with a field that nobody knows, which says what was meant', async () => {
    const steps = asArray(at(template, 'spec', 'steps')).map(step => {
      const input = asRecord(at(step, 'input'));
      return at(step, 'id') === 'generate'
        ? { ...asRecord(step), input: { ...input, replica: 2 } }
        : step;
    });
    const spec = { ...asRecord(at(template, 'spec')), steps };
    await expect(dryRun({}, { ...asRecord(template), spec })).rejects.toThrow(
      'replica is not known; did you mean replicas?',
    );
  });

  it.each(['http', 'h2c', 'grpc'])(
    'makes a service for %s whose own tests pass',
    async protocol => {
      const files = await dryRun({ protocol });
      service.setContent(Object.fromEntries(files));
      const output = execFileSync(
        process.execPath,
        ['--test', '--test-reporter=tap', 'src/app.test.ts'],
        {
          // prettier-ignore
          cwd: service.resolve('service'),
          encoding: 'utf8',
          // Those of Jest would reach the runner.
          env: { PATH: process.env.PATH },
        },
      );
      expect(output).toMatch(/^# pass [1-9]/m);
      expect(output).toMatch(/^# fail 0$/m);
    },
  );
});
