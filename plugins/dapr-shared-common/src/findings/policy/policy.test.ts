import { plan } from '../../plan';
import { asking, facts } from '../../plan/testUtils';
import { deployment, inputOf } from '../__testUtils__/input';
import { assess } from '../assess';
import { noRequests } from '../codes/capacity';
import { sentryPort } from '../codes/controlPlane';
import { policyRefuses } from '../codes/security';
import { finding } from '../finding';
import { applyFindingPolicy, parseFindingPolicy } from '.';

const badConfig: [string, unknown, string][] = [
  ['no list', {}, 'daprShared.findings must be a list; it is {}.'],
  ['a rule that is no map', ['DS302'], 'daprShared.findings[0] must be a map; it is "DS302".'], // prettier-ignore
  ['a misspelt key', [{ severtiy: 'low' }], 'daprShared.findings[0].severtiy is not known here; use one of match, severity, reason.'], // prettier-ignore
  ['a rule without severity', [{ match: {} }], 'daprShared.findings[0].severity must be one of critical, high, medium, low, info, mute.'], // prettier-ignore
  ['an unknown severity', [{ severity: 'off' }], 'daprShared.findings[0].severity must be one of critical, high, medium, low, info, mute; it is "off".'], // prettier-ignore
  ['an empty reason', [{ severity: 'low', reason: '' }], 'daprShared.findings[0].reason must be text, and not empty; it is "".'], // prettier-ignore
  ['an unknown match', [{ severity: 'low', match: { code: 'DS302' } }], 'daprShared.findings[0].match.code is not known here; use one of codes, clusters, namespaces, owners.'], // prettier-ignore
  ['a code that is no list', [{ severity: 'low', match: { codes: 'DS302' } }], 'daprShared.findings[0].match.codes must be a list; it is "DS302".'], // prettier-ignore
  ['an empty list of owners', [{ severity: 'low', match: { owners: [] } }], 'daprShared.findings[0].match.owners must name at least one; leave it out to match all; it is [].'], // prettier-ignore
  ['a code that is not', [{ severity: 'low', match: { codes: ['DS302', 'DS999'] } }], 'daprShared.findings[0].match.codes[1] must be a code that there is, or a pattern such as "DS3*"; it is "DS999".'], // prettier-ignore
  ["a code of the platform's policy", [{ severity: 'mute', match: { codes: ['DS453'] } }], 'daprShared.findings[0].match.codes[0] must not be what the platform\'s own policy finds; change the rule in daprShared.policy; it is "DS453".'], // prettier-ignore
];

describe('configuration of findings', () => {
  it.each(badConfig)('refuses %s', (_, config, message) => {
    expect(() => parseFindingPolicy(config)).toThrow(message);
  });

  it.each([undefined, null])('may be %s', config => {
    expect(parseFindingPolicy(config)).toEqual([]);
  });

  it('names the place where it stands', () => {
    expect(() => parseFindingPolicy('x', 'a.b')).toThrow(
      'a.b must be a list; it is "x".',
    );
  });

  it('is read as it is meant', () => {
    const rule = {
      match: { codes: ['DS3*', 'DS45*'], clusters: ['lab'], namespaces: ['x'], owners: ['group:*'] }, // prettier-ignore
      severity: 'info',
      reason: 'Nothing runs there for long.',
    };
    expect(parseFindingPolicy([rule, { severity: 'mute' }])).toStrictEqual([
      { path: 'daprShared.findings[0]', ...rule },
      { path: 'daprShared.findings[1]', match: {}, severity: 'mute' },
    ]);
  });
});

const low = finding(noRequests, { cause: 'None.' });
const high = finding(sentryPort, { cause: 'Port 80.' });
const target = { cluster: 'prod-eu', namespace: 'shop' };

/** `DS302 low` for each finding that is left. */
function weighed(config: unknown, owners?: string[], given = [low, high]) {
  const policy = parseFindingPolicy(config);
  return applyFindingPolicy(given, { target, owners }, policy).map(
    ({ code, severity }) => `${code} ${severity}`,
  );
}

describe('policy on findings', () => {
  it.each<[string, object, string[] | undefined, string[]]>([
    ['a code', { codes: ['DS302'] }, undefined, ['DS211 high']],
    ['a pattern of codes', { codes: ['DS2*'] }, undefined, ['DS302 low']],
    ['everything', {}, undefined, []],
    ['a cluster', { clusters: ['prod-*'] }, undefined, []],
    ['another cluster', { clusters: ['prod'] }, undefined, ['DS302 low', 'DS211 high']], // prettier-ignore
    ['a namespace', { namespaces: ['shop'] }, undefined, []],
    ['another namespace', { namespaces: ['stock'] }, undefined, ['DS302 low', 'DS211 high']], // prettier-ignore
    ['an owner', { owners: ['group:default/a'] }, ['group:default/b', 'group:default/a'], []], // prettier-ignore
    ['another owner', { owners: ['group:default/a'] }, ['group:default/b'], ['DS302 low', 'DS211 high']], // prettier-ignore
    ['an owner who is not known', { owners: ['*'] }, undefined, ['DS302 low', 'DS211 high']], // prettier-ignore
    ['a code of another cluster', { codes: ['DS302'], clusters: ['lab'] }, undefined, ['DS302 low', 'DS211 high']], // prettier-ignore
  ])('mutes %s', (_, match, owners, expected) => {
    expect(weighed([{ match, severity: 'mute' }], owners)).toEqual(expected);
  });

  it('raises and lowers, the last rule wins', () => {
    const rules = [
      { severity: 'mute' },
      { severity: 'critical' },
      { match: { codes: ['DS211'] }, severity: 'info' },
      { match: { clusters: ['lab'] }, severity: 'mute' },
    ];
    expect(weighed(rules)).toEqual(['DS302 critical', 'DS211 info']);
  });

  it('says why, where there is a reason', () => {
    const rules = parseFindingPolicy([{ severity: 'high', reason: 'Nodes are small.' }]); // prettier-ignore
    expect(applyFindingPolicy([low, high], { target }, rules)).toEqual([
      { ...low, severity: 'high', cause: 'None. The platform makes it high: Nodes are small.' }, // prettier-ignore
      high,
    ]);
    const silent = parseFindingPolicy([{ severity: 'high' }]);
    expect(applyFindingPolicy([low], { target }, silent)).toEqual([
      { ...low, severity: 'high' },
    ]);
  });

  it.each(['mute', 'low'])(
    "does not %s what the platform's own policy finds",
    severity => {
      // prettier-ignore
      const refused = finding(policyRefuses, { cause: 'No.' });
      const rules = [{ severity }, { match: { codes: ['DS4*'] }, severity }];
      expect(weighed(rules, undefined, [refused])).toEqual(['DS454 critical']);
    },
  );

  it('weighs the findings of a plan', () => {
    const rules = parseFindingPolicy([
      { match: { codes: ['DS401'] }, severity: 'low' },
      { match: { codes: ['DS402'], namespaces: ['shop'] }, severity: 'mute' },
      { match: { codes: ['DS302'] }, severity: 'critical' },
    ]);
    const { findings } = plan(asking({}), facts, [], rules);
    expect(findings.map(f => `${f.code} ${f.severity}`)).toEqual([
      'DS302 critical',
      'DS401 low',
    ]);
  });

  it('weighs the findings of an instance', () => {
    const input = inputOf(deployment, { controlPlane: null });
    const policy = parseFindingPolicy([{ match: { clusters: ['prod-eu'] }, severity: 'info' }]); // prettier-ignore
    expect(assess(input).findings).toMatchObject([{ code: 'DS201', severity: 'high' }]); // prettier-ignore
    expect(assess(input, { target, policy }).findings).toMatchObject([{ code: 'DS201', severity: 'info' }]); // prettier-ignore
  });
});
