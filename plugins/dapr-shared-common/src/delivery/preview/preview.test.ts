import { parse } from 'yaml';
import {
  deliveryKinds,
  type GitOpsRepository,
  parseFindingPolicy,
  parseGitOps,
  parsePlanRequest,
  parsePolicy,
  preview,
} from '../..';
import { facts } from '../../plan/testUtils';

const asked = {
  gitops: 'platform',
  cluster: 'prod-eu',
  namespace: 'shop',
  appId: 'orders',
  port: 8080,
  strategy: 'deployment',
};

const repositories = (fields: object = {}): GitOpsRepository[] =>
  parseGitOps([
    {
      name: 'platform',
      repository: 'https://git.example/platform/gitops',
      clusters: ['prod-eu'],
      ...fields,
    },
  ]);

const previewOf = (
  fields: object = {},
  more: {
    policy?: unknown;
    findings?: unknown;
    owners?: string[];
    gitops?: object;
  } = {},
) =>
  preview({
    request: parsePlanRequest({ ...asked, ...fields }),
    owners: more.owners ?? [],
    facts,
    repositories: repositories(more.gitops),
    policy: parsePolicy(more.policy),
    findingPolicy: parseFindingPolicy(more.findings),
  });

const codes = ({ findings }: { findings: { code: string }[] }) =>
  findings.map(({ code }) => code);

const folder = 'clusters/prod-eu/shop/dapr-shared/orders';

describe('preview', () => {
  it.each(deliveryKinds)('gives whole paths by delivery %s', delivery => {
    const { files, ...rest } = previewOf({}, { gitops: { delivery } });
    expect(rest).toMatchObject({ delivery, folder, blocked: false });
    const paths = files.map(({ path }) => path);
    expect(paths).toContain(`${folder}/values.yaml`);
    for (const path of paths) expect(path).toMatch(`${folder}/`);
    expect(rest.command !== undefined).toBe(delivery === 'helm');
  });

  it.each(deliveryKinds)(
    'gives the same bytes again by delivery %s',
    delivery => {
      const once = () =>
        JSON.stringify(previewOf({}, { gitops: { delivery } }));
      expect(once()).toBe(once());
    },
  );

  it('annotates the pods with where it will live', () => {
    const { source, objects } = previewOf();
    expect(source).toBe(`https://git.example/platform/gitops#main:${folder}`);
    expect(JSON.stringify(objects)).toContain(`"${source}"`);
  });

  it('tells what the plan, the delivery and the app’s wiring come upon, worst first', () => {
    const workload = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'orders' },
      spec: {
        template: { metadata: { annotations: { 'dapr.io/enabled': 'true' } } },
      },
    };
    const found = previewOf(
      { workload, runtimeVersion: '1.14.0' },
      { gitops: { delivery: 'manifests' } },
    );
    expect(codes(found)).toEqual(
      expect.arrayContaining(['DS111', 'DS503', 'DS411']),
    );
    const order = ['critical', 'high', 'medium', 'low', 'info'];
    const ranks = found.findings.map(f => order.indexOf(f.severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(
      parse(found.wiring.patch).spec.template.metadata.annotations,
    ).toEqual({ 'dapr.io/enabled': null });
  });

  it('refers to a token by its Secret', () => {
    const tokenSecret = { name: 'orders-token', key: 'token' };
    const { wiring } = previewOf({ overlay: { tokenSecret } });
    expect(wiring.environment).toContainEqual({
      name: 'DAPR_API_TOKEN',
      valueFrom: { secretKeyRef: tokenSecret },
    });
  });

  it('leaves out the replicas that a form keeps when a DaemonSet is chosen', () => {
    expect(previewOf({ strategy: 'daemonset', replicas: 3 })).toEqual(
      previewOf({ strategy: 'daemonset' }),
    );
  });

  it('is blocked, and writes nothing, for a chart of which nothing is known', () => {
    expect(previewOf({ chart: { version: '0.0.1' } })).toMatchObject({
      blocked: true,
      files: [],
      objects: [],
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'DS551' }),
      ]),
    });
  });

  it.each([
    [{ gitops: 'other' }, 'there is no GitOps repository "other"; write one of "platform"'], // prettier-ignore
    [{ cluster: 'lab' }, 'does not serve "lab"; choose one of prod-eu'],
    [{ strategy: undefined }, 'strategy is missing, and no policy gives one for prod-eu/shop'], // prettier-ignore
  ])('refuses %j', (fields, message) => {
    expect(() => previewOf(fields)).toThrow(message);
  });
});

describe('preview under a policy', () => {
  it('is blocked by what policy denies and requires, with message and contact', () => {
    const found = previewOf(
      {},
      {
        policy: [
          {
            match: { namespaces: ['shop'] },
            deny: { strategy: 'deployment' },
            message: 'The shop runs on every node.',
            contact: '#platform',
          },
          { require: { 'overlay': { identity: true } } }, // prettier-ignore
        ],
      },
    );
    expect(found.blocked).toBe(true);
    expect(found.findings).toEqual([
      expect.objectContaining({
        code: 'DS454',
        cause: 'The shop runs on every node.',
        fix: expect.stringContaining('Ask #platform'),
      }),
      expect.objectContaining({ code: 'DS453' }),
      ...found.findings.slice(2),
    ]);
  });

  it('takes its defaults, the later ones over the earlier ones', () => {
    const policy = [
      { defaults: { strategy: 'daemonset', runtimeVersion: '1.17.0' } },
      { match: { clusters: ['prod-*'] }, defaults: { strategy: 'deployment', replicas: 3 } }, // prettier-ignore
    ];
    const { plan } = previewOf({ strategy: undefined }, { policy });
    expect(plan).toMatchObject({
      strategy: 'deployment',
      runtimeVersion: '1.17.0',
      values: { data: { shared: { deployment: { replicas: 3 } } } },
    });
  });

  it('knows owners from who asks for the preview alone', () => {
    const policy = [
      { match: { owners: ['group:default/shop'] }, deny: { strategy: 'deployment' } }, // prettier-ignore
    ];
    expect(previewOf({}, { policy }).blocked).toBe(false);
    const owners = ['group:default/shop'];
    expect(previewOf({}, { policy, owners }).blocked).toBe(true);
  });

  it('weighs what the delivery comes upon as the platform does', () => {
    const gitops = { delivery: 'manifests' };
    const rule = (severity: string) => [
      { match: { codes: ['DS411'] }, severity },
    ];
    expect(codes(previewOf({}, { gitops }))).toContain('DS411');
    expect(
      codes(previewOf({}, { gitops, findings: rule('mute') })),
    ).not.toContain('DS411');
    expect(previewOf({}, { gitops, findings: rule('critical') }).blocked).toBe(
      true,
    );
  });

  it('stays blocked where nothing can be made, whoever mutes why', () => {
    expect(
      previewOf(
        { chart: { version: '0.0.1' } },
        { findings: [{ severity: 'mute' }] },
      ),
    ).toMatchObject({ blocked: true, files: [], findings: [] });
  });
});
