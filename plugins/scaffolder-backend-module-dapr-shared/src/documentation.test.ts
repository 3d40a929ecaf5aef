import {
  asRecord,
  at,
  parseFindingPolicy,
  parseGitOps,
  parsePlanRequest,
  parsePolicy,
  preview,
} from 'backstage-plugin-dapr-shared-common';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';

const root = join(__dirname, '../../..');
const guide = readFileSync(join(root, 'docs/platform-engineers.md'), 'utf8');
const appConfig = readFileSync(join(root, 'app-config.yaml'), 'utf8');

const read = (daprShared: Record<string, unknown>) => ({
  gitops: parseGitOps(daprShared.gitops),
  policy: parsePolicy(daprShared.policy),
  findingPolicy: parseFindingPolicy(daprShared.findings),
});

/** What the guide puts below `daprShared`, one block after the other. */
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)]
  .map(([, text = '']) => asRecord(at(parse(text), 'daprShared')) ?? {})
  .filter(block => Object.keys(block).length > 0);

const blockWith = (key: string) => blocks.find(block => key in block) ?? {};

const { gitops, policy } = read({
  ...blockWith('gitops'),
  ...blockWith('policy'),
});
const [, body = ''] = /<<'EOF'\n([^]*?)EOF/.exec(guide) ?? [];
const request = asRecord(JSON.parse(body)) ?? {};
const made = (fields: object) =>
  preview({
    request: parsePlanRequest({ ...request, ...fields }),
    owners: [],
    facts: {},
    repositories: gitops,
    policy,
  });

describe('the guide for platform engineers', () => {
  it.each(blocks.map(block => [Object.keys(block).join(), block]))(
    'shows %s as it is taken',
    (_, block) => {
      expect(() => read(block)).not.toThrow();
    },
  );

  it('shows a request that its policy blocks, in the words it prints', () => {
    const { blocked, findings } = made({});
    expect(blocked).toBe(true);
    const [line] = findings.map(
      f => `${f.code} ${f.title}: ${f.cause} ${f.fix}`,
    );
    expect(guide).toContain(line);
    const tokenSecret = { name: 'orders-token', key: 'token' };
    expect(made({ overlay: { tokenSecret } }).blocked).toBe(false);
  });

  it('prints what is said of bad fields', () => {
    const ask = () => made({ port: 70_000, replica: 2 });
    for (const line of [/^port .*$/m, /^replica .*$/m]) {
      const [text = ''] = line.exec(guide) ?? [];
      expect(ask).toThrow(text);
    }
  });
});

describe('app-config.yaml', () => {
  /** The examples are comments, below the key that they are for. */
  const example = (key: string) => {
    const lines = appConfig.split('\n');
    const end = lines.indexOf(`  ${key}: []`);
    const start = lines.findLastIndex(
      (line, index) => index < end && /^ {2}# {3}- /.test(line),
    );
    return parse(
      lines
        .slice(start, end)
        .map(line => line.slice(4))
        .join('\n'),
    );
  };

  it.each(['gitops', 'policy', 'findings'])('has an example of %s', key => {
    // Settings of all deliveries stand side by side in the comment.
    const list = example(key).map((entry: object) =>
      key === 'gitops'
        ? { ...entry, delivery: 'argocd', clusters: ['prod-eu'] }
        : entry,
    );
    expect(list).toHaveLength(1);
    expect(() => read({ [key]: list })).not.toThrow();
  });
});
