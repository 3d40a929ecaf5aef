import { plan } from '../plan';
import { asking, facts } from '../testUtils';
import type { PlanRequest } from '../types';
import { parsePolicy, policyDefaults } from '.';

const eu = { clusters: ['prod-*'] };
const hardened = { identity: { ca: { from: 'bundle' } } } as const;

/** The plan's policy findings, and the others left out. */
function verdict(config: unknown, fields: Partial<PlanRequest> = {}) {
  const { findings } = plan(asking(fields), facts, parsePolicy(config));
  return findings
    .filter(({ code }) => code === 'DS453' || code === 'DS454')
    .map(({ code, title }) => `${code} ${title}`);
}

const badConfig: [string, unknown, string][] = [
  ['no list', { deny: {} }, 'daprShared.policy must be a list; it is {"deny":{}}.'], // prettier-ignore
  ['a rule that is no map', ['deny'], 'daprShared.policy[0] must be a map; it is "deny".'], // prettier-ignore
  ['a misspelt key', [{ defualts: {} }], 'daprShared.policy[0].defualts is not known here; use one of match, defaults, require, deny, message, contact.'], // prettier-ignore
  ['a rule without effect', [{ match: eu, message: 'x' }], 'daprShared.policy[0] must have at least one of defaults, require and deny'], // prettier-ignore
  ['a match of what there is not', [{ match: { cluster: 'a' } }], 'daprShared.policy[0].match.cluster is not known here; use one of clusters, namespaces, owners.'], // prettier-ignore
  ['a match that is no list', [{ match: { clusters: 'a' } }], 'daprShared.policy[0].match.clusters must be a list; it is "a".'], // prettier-ignore
  ['an empty match', [{ match: { owners: [] } }], 'daprShared.policy[0].match.owners must name at least one; leave it out to match all; it is [].'], // prettier-ignore
  ['a match of a number', [{ match: { namespaces: ['a', 1] } }], 'daprShared.policy[0].match.namespaces[1] must be text, and not empty; it is 1.'], // prettier-ignore
  ['an empty message', [{ deny: { replicas: 1 }, message: '' }], 'daprShared.policy[0].message must be text, and not empty; it is "".'], // prettier-ignore
  ['a contact that is a list', [{ deny: { replicas: 1 }, contact: [] }], 'daprShared.policy[0].contact must be text'], // prettier-ignore
  ['an unknown default', [{ defaults: { port: 1 } }], 'daprShared.policy[0].defaults.port is not known here; use one of strategy, replicas,'], // prettier-ignore
  ['an unknown strategy', [{ defaults: { strategy: 'sidecar' } }], 'daprShared.policy[0].defaults.strategy must be one of daemonset, deployment; it is "sidecar".'], // prettier-ignore
  ['half a replica', [{ defaults: { replicas: 1.5 } }], 'daprShared.policy[0].defaults.replicas must be a whole number; it is 1.5.'], // prettier-ignore
  ['replicas as text', [{ defaults: { replicas: '2' } }], 'defaults.replicas must be a whole number; it is "2".'], // prettier-ignore
  ['a version as a number', [{ defaults: { runtimeVersion: 1.18 } }], 'defaults.runtimeVersion must be text'], // prettier-ignore
  ['a chart that is text', [{ defaults: { chart: '1' } }], 'defaults.chart must be a map; it is "1".'], // prettier-ignore
  ['a chart with an unknown key', [{ defaults: { chart: { tag: '1' } } }], 'defaults.chart.tag is not known here; use one of version, source.'], // prettier-ignore
  ['a chart from S3', [{ defaults: { chart: { source: { kind: 's3' } } } }], 'defaults.chart.source.kind must be one of oci, git; it is "s3".'], // prettier-ignore
  ['an OCI chart with a path', [{ defaults: { chart: { source: { kind: 'oci', url: 'oci://a', path: 'b' } } } }], 'defaults.chart.source.path is not known here; use one of kind, url.'], // prettier-ignore
  ['a Git chart without a ref', [{ defaults: { chart: { source: { kind: 'git', url: 'https://a', path: 'b' } } } }], 'defaults.chart.source.ref must be text, and not empty.'], // prettier-ignore
  ['a Git chart with a tag', [{ defaults: { chart: { source: { kind: 'git', url: 'https://a', tag: 'b' } } } }], 'defaults.chart.source.tag is not known here; use one of kind, url, ref, path.'], // prettier-ignore
  ['images with a tag', [{ defaults: { images: { tag: '1' } } }], 'defaults.images.tag is not known here; use one of registry, initContainer, pullSecrets.'], // prettier-ignore
  ['an init image with a digest', [{ defaults: { images: { initContainer: { digest: 'a' } } } }], 'defaults.images.initContainer.digest is not known here; use one of registry, name, tag.'], // prettier-ignore
  ['an unknown overlay', [{ defaults: { overlay: { hardened: true } } }], 'defaults.overlay.hardened is not known here; use one of identity, tokenSecret,'], // prettier-ignore
  ['a flag as text', [{ defaults: { overlay: { spread: 'yes' } } }], 'defaults.overlay.spread must be true or false; it is "yes".'], // prettier-ignore
  ['an identity that is true', [{ defaults: { overlay: { identity: true } } }], 'defaults.overlay.identity must be a map; it is true.'], // prettier-ignore
  ['an identity with more than a CA', [{ defaults: { overlay: { identity: { key: 'a' } } } }], 'defaults.overlay.identity.key is not known here; use one of ca.'], // prettier-ignore
  ['a CA from nowhere', [{ defaults: { overlay: { identity: {} } } }], 'defaults.overlay.identity.ca.from must be one of bundle, config-map, certificate.'], // prettier-ignore
  ['a Bundle with a name', [{ defaults: { overlay: { identity: { ca: { from: 'bundle', name: 'a' } } } } }], 'identity.ca.name is not known here; use one of from.'], // prettier-ignore
  ['a certificate with a name', [{ defaults: { overlay: { identity: { ca: { from: 'certificate', name: 'a' } } } } }], 'identity.ca.name is not known here; use one of from, pem.'], // prettier-ignore
  ['a ConfigMap without a name', [{ defaults: { overlay: { identity: { ca: { from: 'config-map', key: 'a' } } } } }], 'identity.ca.name must be text, and not empty.'], // prettier-ignore
  ['a token without a key', [{ defaults: { overlay: { tokenSecret: { name: 'a' } } } }], 'overlay.tokenSecret.key must be text, and not empty.'], // prettier-ignore
  ['a token with a value', [{ defaults: { overlay: { tokenSecret: { value: 'a' } } } }], 'overlay.tokenSecret.value is not known here; use one of name, key.'], // prettier-ignore
  ['a secret store off', [{ defaults: { overlay: { secretStore: false } } }], 'overlay.secretStore must be one of enabled, disabled; it is false.'], // prettier-ignore
  ['resources as text', [{ defaults: { overlay: { resources: 'small' } } }], 'overlay.resources must be a map; it is "small".'], // prettier-ignore
  ['resources of a disk', [{ defaults: { overlay: { resources: { limits: { disk: '1Gi' } } } } }], 'overlay.resources.limits.disk is not known here; use one of cpu, memory.'], // prettier-ignore
  ['resources asked for', [{ defaults: { overlay: { resources: { request: {} } } } }], 'overlay.resources.request is not known here; use one of requests, limits.'], // prettier-ignore
  ['a network policy with ports', [{ defaults: { overlay: { networkPolicy: { ports: [] } } } }], 'overlay.networkPolicy.ports is not known here; use one of podLabels.'], // prettier-ignore
  ['values with an unknown key', [{ defaults: { values: { shared: { log: { colour: true } } } } }], 'defaults.values has shared.log.colour, which is no key of the chart'], // prettier-ignore
  ['values that are a list', [{ defaults: { values: [] } }], 'defaults.values must be a map; it is [].'], // prettier-ignore
  ['a misspelt condition', [{ require: { stratgy: 'a' } }], 'daprShared.policy[0].require.stratgy is not known here; use one of strategy, replicas,'], // prettier-ignore
  ['a misspelt value', [{ deny: { values: { shared: { log: { lvl: 'a' } } } } }], 'daprShared.policy[0].deny.values.shared.log.lvl is not known here;'], // prettier-ignore
  ['a condition on too little', [{ deny: { overlay: true } }], 'daprShared.policy[0].deny.overlay is not known here;'], // prettier-ignore
  ['a condition on too much', [{ deny: { strategy: { kind: 'a' } } }], 'daprShared.policy[0].deny.strategy is not known here;'], // prettier-ignore
  ['a condition on nothing', [{ deny: { strategy: null } }], 'daprShared.policy[0].deny.strategy must be text, a number, true or false, a list of these, or a range with min and max.'], // prettier-ignore
  ['a list of maps', [{ deny: { strategy: ['daemonset', {}] } }], 'daprShared.policy[0].deny.strategy[1] must be text, a number'], // prettier-ignore
  ['a bound that is a word', [{ require: { replicas: { min: 'two' } } }], 'daprShared.policy[0].require.replicas.min must be a number, or a version such as "1.18.0"; it is "two".'], // prettier-ignore
  ['a bound that is a flag', [{ require: { replicas: { max: true } } }], 'daprShared.policy[0].require.replicas.max must be a number'], // prettier-ignore
  ['the second rule', [{ deny: { strategy: 'a' } }, {}], 'daprShared.policy[1] must have at least one of'], // prettier-ignore
];

describe('parsePolicy', () => {
  it.each(badConfig)('refuses %s', (_, config, message) => {
    expect(() => parsePolicy(config)).toThrow(message);
  });

  it('takes nothing for no policy', () => {
    expect(parsePolicy(undefined)).toEqual([]);
  });

  it('reads every field', () => {
    const defaults = {
      strategy: 'deployment',
      replicas: 2,
      runtimeVersion: '1.18.3',
      chart: {
        version: '1.16.0',
        source: { kind: 'git', url: 'https://a.example/b', ref: 'v1', path: 'chart' }, // prettier-ignore
      },
      images: {
        registry: 'registry.example',
        initContainer: { name: 'init' },
        pullSecrets: ['registry'],
      },
      serviceAccount: 'orders',
      configuration: 'tracing',
      overlay: {
        identity: { ca: { from: 'config-map', name: 'ca', key: 'ca.crt' } },
        tokenSecret: { name: 'token', key: 'token' },
        secretStore: 'disabled',
        nodeLocal: false,
        resources: { limits: { memory: '1Gi' } },
        spread: true,
        disruptionBudget: true,
        networkPolicy: { podLabels: { app: 'orders' } },
      },
      values: { shared: { log: { json: true } } },
    };
    const match = { clusters: ['a'], namespaces: ['b'], owners: ['c'] };
    const rule = { match, defaults, message: 'Because.', contact: 'us' };
    expect(parsePolicy([rule])).toEqual([
      { path: 'daprShared.policy[0]', require: [], deny: [], ...rule },
    ]);
  });

  it.each([
    [{ ca: { from: 'bundle' } }],
    [{ ca: { from: 'certificate', pem: 'x' } }],
    [{ ca: { from: 'config-map', name: 'ca' } }],
  ])('reads the identity %j', identity => {
    const [rule] = parsePolicy([{ defaults: { overlay: { identity } } }]);
    expect(rule?.defaults.overlay).toStrictEqual({ identity });
  });

  it('reads an OCI source and recommended resources', () => {
    const defaults = {
      chart: { source: { kind: 'oci', url: 'oci://registry.example/chart' } },
      overlay: { resources: 'recommended', networkPolicy: {} },
    };
    expect(parsePolicy([{ defaults }])[0]?.defaults).toStrictEqual(defaults);
  });

  it('leaves out what is not set', () => {
    expect(
      parsePolicy([{ deny: { strategy: 'daemonset', replicas: { min: 3 } } }]),
    ).toStrictEqual([
      // prettier-ignore
      {
        path: 'daprShared.policy[0]',
        match: {},
        defaults: {},
        require: [],
        deny: [
          { field: 'strategy', test: { oneOf: ['daemonset'] } },
          { field: 'replicas', test: { min: 3 } },
        ],
      },
    ]);
  });
});

const daemonset = { deny: { strategy: 'daemonset' } };
const refused = 'DS454 Policy refuses strategy daemonset';
const node = { strategy: 'daemonset' } as const;

const verdicts: [string, unknown, Partial<PlanRequest>, string[]][] = [
  ['no policy', [], {}, []],
  ['a deny that is met', [daemonset], node, [refused]],
  ['a deny that is not', [daemonset], {}, []],
  ['a deny for this cluster', [{ match: eu, ...daemonset }], node, [refused]],
  ['a deny for another cluster', [{ match: { clusters: ['staging', 'rod-eu', 'prod.eu', 'prod'] }, ...daemonset }], node, []], // prettier-ignore
  ['a deny for one of some clusters', [{ match: { clusters: ['staging', '*-eu'] }, ...daemonset }], node, [refused]], // prettier-ignore
  ['a deny for this namespace', [{ match: { namespaces: ['shop'] }, ...daemonset }], node, [refused]], // prettier-ignore
  ['a deny for another namespace', [{ match: { ...eu, namespaces: ['stock'] }, ...daemonset }], node, []], // prettier-ignore
  ['a deny for its owners', [{ match: { owners: ['group:default/*'] }, ...daemonset }], { ...node, owners: ['user:default/a', 'group:default/shop'] }, [refused]], // prettier-ignore
  ['a deny for other owners', [{ match: { owners: ['group:default/stock'] }, ...daemonset }], { ...node, owners: ['group:default/shop'] }, []], // prettier-ignore
  ['a deny for owners, and none is known', [{ match: { owners: ['*'] }, ...daemonset }], node, []], // prettier-ignore
  ['deny against what a later rule requires', [daemonset, { require: node }], node, [refused]], // prettier-ignore
  ['deny against what a later rule gives', [daemonset, { defaults: node }], node, [refused]], // prettier-ignore
  ['a requirement that is met', [{ require: { overlay: { identity: true } } }], { overlay: hardened }, []], // prettier-ignore
  ['a requirement that is not', [{ require: { overlay: { identity: true } } }], {}, ['DS453 Policy requires overlay.identity set']], // prettier-ignore
  ['a requirement that policy itself meets', [{ defaults: { overlay: hardened }, require: { overlay: { identity: true } } }], {}, []], // prettier-ignore
  ['a requirement inside of what is set', [{ require: { overlay: { identity: { ca: { from: ['config-map', 'certificate'] } } } } }], { overlay: hardened }, ['DS453 Policy requires overlay.identity.ca.from config-map or certificate']], // prettier-ignore
  ['something that must not be set', [{ deny: { overlay: { nodeLocal: true } } }], { ...node, overlay: { nodeLocal: true } }, ['DS454 Policy refuses overlay.nodeLocal set']], // prettier-ignore
  ['something said not to be', [{ deny: { overlay: { nodeLocal: true } } }], { ...node, overlay: { nodeLocal: false } }, []], // prettier-ignore
  ['something absent that must not be', [{ deny: { serviceAccount: false } }], {}, ['DS454 Policy refuses serviceAccount not set']], // prettier-ignore
  ['something present that must be absent', [{ require: { serviceAccount: false } }], { serviceAccount: 'a' }, ['DS453 Policy requires serviceAccount not set']], // prettier-ignore
  ['an empty text that must be set', [{ require: { values: { shared: { daprd: { config: true } } } } }], {}, ['DS453 Policy requires values.shared.daprd.config set']], // prettier-ignore
  ['the secret store of a hardened identity', [{ require: { overlay: { secretStore: 'disabled' } } }], { overlay: hardened }, []], // prettier-ignore
  ['the secret store where nothing is said', [{ require: { overlay: { secretStore: 'disabled' } } }], {}, ['DS453 Policy requires overlay.secretStore disabled']], // prettier-ignore
  ['the secret store disabled', [{ require: { overlay: { secretStore: 'disabled' } } }], { overlay: { secretStore: 'disabled' } }, []], // prettier-ignore
  ['enough replicas', [{ require: { replicas: { min: 2 } } }], { replicas: 2 }, []], // prettier-ignore
  ['too few replicas', [{ require: { replicas: { min: 2, max: 4 } } }], {}, ['DS453 Policy requires replicas 2 or more and 4 or less']], // prettier-ignore
  ['too many replicas', [{ require: { replicas: { max: 4 } } }], { replicas: 5 }, ['DS453 Policy requires replicas 4 or less']], // prettier-ignore
  ['replicas of a DaemonSet', [{ deny: { replicas: { min: 1 } } }], { ...node, replicas: 3 }, []], // prettier-ignore
  ['a runtime that is new enough', [{ require: { runtimeVersion: { min: '1.17.0' } } }], { runtimeVersion: '1.17.0' }, []], // prettier-ignore
  ['a runtime that is too old', [{ require: { runtimeVersion: { min: '1.17.1' } } }], { runtimeVersion: '1.17.0' }, ['DS453 Policy requires runtimeVersion 1.17.1 or more']], // prettier-ignore
  ['a minor that is too old', [{ require: { runtimeVersion: { min: '1.9.9' } } }], { runtimeVersion: '1.18.3' }, []], // prettier-ignore
  ['a major that is too new', [{ deny: { runtimeVersion: { min: '2.0.0' } } }], { runtimeVersion: '2.0.0' }, ['DS454 Policy refuses runtimeVersion 2.0.0 or more']], // prettier-ignore
  ['the chart', [{ require: { chart: { version: ['1.18.0'] } } }], {}, ['DS453 Policy requires chart.version 1.18.0']], // prettier-ignore
  ['a value at its default', [{ require: { values: { shared: { daprd: { mtls: { enabled: true } } } } } }], {}, ['DS453 Policy requires values.shared.daprd.mtls.enabled set']], // prettier-ignore
  ['a value set by hand', [{ require: { values: { shared: { daprd: { mtls: { enabled: true } } } } } }], { values: { shared: { daprd: { mtls: { enabled: true } } } } }, []], // prettier-ignore
  ['a value that the chart has', [{ deny: { values: { shared: { log: { level: 'info' } } } } }], {}, ['DS454 Policy refuses values.shared.log.level info']], // prettier-ignore
  ['a number that is not comparable', [{ require: { app: { protocol: { min: 1 } } } }], {}, ['DS453 Policy requires app.protocol 1 or more']], // prettier-ignore
  ['a version that is not comparable', [{ require: { strategy: { min: '1.0.0' } } }], {}, ['DS453 Policy requires strategy 1.0.0 or more']], // prettier-ignore
  ['a port', [{ deny: { app: { port: [80, 8080] } } }], {}, ['DS454 Policy refuses app.port 80 or 8080']], // prettier-ignore
  ['two rules at once', [daemonset, { require: { overlay: { spread: true }, configuration: 'tracing' } }], node, [refused, 'DS453 Policy requires overlay.spread set', 'DS453 Policy requires configuration tracing']], // prettier-ignore
];

describe('policy', () => {
  it.each(verdicts)('judges %s', (_, config, fields, expected) => {
    expect(verdict(config, fields)).toEqual(expected);
  });

  it('says why and whom to ask', () => {
    const rule = { ...daemonset, message: 'Nodes are full.', contact: '#infra' }; // prettier-ignore
    const { findings } = plan(asking(node), facts, parsePolicy([rule]));
    expect(findings[0]).toEqual({
      code: 'DS454',
      severity: 'critical',
      title: 'Policy refuses strategy daemonset',
      cause: 'Nodes are full.',
      fix: 'Change it as the policy asks. Ask #infra where that cannot be.',
      evidence: 'daprShared.policy[0]',
      docs: expect.stringMatching(/findings\.md#ds454$/),
    });
  });

  it('names the rule where it has no words of its own', () => {
    const [finding] = plan(asking(node), facts, parsePolicy([daemonset])).findings; // prettier-ignore
    expect(finding?.cause).toContain('daprShared.policy[0]');
    expect(finding?.fix).toBe('Change it as the policy asks.');
  });
});

describe('defaults', () => {
  const policy = parsePolicy([
    {
      defaults: {
        replicas: 2,
        runtimeVersion: '1.17.13',
        chart: { version: '1.18.0' },
        images: { registry: 'one.example', pullSecrets: ['one'] },
        overlay: { spread: true, disruptionBudget: true },
        values: { shared: { log: { level: 'debug', json: false } } },
      },
    },
    {
      match: eu,
      defaults: {
        replicas: 3,
        chart: { source: { kind: 'oci', url: 'oci://eu.example/chart' } },
        images: { registry: 'eu.example' },
        overlay: { disruptionBudget: false, resources: 'recommended' },
        values: { shared: { log: { level: 'warn' } } },
      },
    },
    { match: { clusters: ['lab'] }, defaults: { replicas: 9 } },
  ]);
  const merged = {
    replicas: 3,
    runtimeVersion: '1.17.13',
    chart: {
      version: '1.18.0',
      source: { kind: 'oci', url: 'oci://eu.example/chart' },
    },
    images: { registry: 'eu.example', pullSecrets: ['one'] },
    overlay: { spread: true, disruptionBudget: false, resources: 'recommended' }, // prettier-ignore
    values: { shared: { log: { level: 'warn', json: false } } },
  };

  it('are merged in order, the later one wins', () => {
    expect(policyDefaults(policy, asking({}))).toStrictEqual(merged);
  });

  it('are none where no rule matches', () => {
    const target = { cluster: 'staging', namespace: 'shop' };
    expect(policyDefaults(policy.slice(1), { target })).toStrictEqual({});
  });

  it('give way to the request', () => {
    const made = plan(
      asking({
        replicas: 1,
        runtimeVersion: undefined,
        overlay: { spread: false },
        values: { shared: { log: { level: 'error' } } },
      }),
      facts,
      policy,
    );
    expect(made).toMatchObject({
      runtimeVersion: '1.17.13',
      choices: { ...merged.overlay, spread: false },
      chart: { version: '1.18.0', source: merged.chart.source },
      values: {
        data: {
          shared: {
            deployment: { replicas: 1 },
            log: { level: 'error', json: false },
            daprd: { image: { registry: 'eu.example' } },
          },
          imagePullSecrets: [{ name: 'one' }],
        },
      },
    });
  });
});
