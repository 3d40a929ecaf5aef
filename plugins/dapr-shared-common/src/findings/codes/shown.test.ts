import { deliver, renderValues, wireApp } from '../..';
import { plan } from '../../plan';
import { parsePolicy } from '../../plan/policy';
import { asking, facts, findingsOf } from '../../plan/testUtils';
import { checks } from '../checks';
import { findingCodes } from '.';

const layout = {
  name: 'platform',
  repository: 'https://git.example/platform/gitops',
  branch: 'main',
  path: 'clusters/{cluster}/{namespace}/dapr-shared/{appId}',
};
const release = { releaseName: 'orders', namespace: 'shop' };

const usual = () => plan(asking({}), facts);
const sidecar = {
  kind: 'Deployment',
  metadata: { name: 'orders' },
  spec: { template: { metadata: { annotations: { 'dapr.io/enabled': 'true' } } } }, // prettier-ignore
};
const refuse = { deny: { strategy: 'deployment' } };
const demand = { require: { strategy: 'daemonset' } };
const ruled = (rule: object) => plan(asking({}), facts, parsePolicy([rule])).findings; // prettier-ignore
const old = { controlPlane: { namespace: 'dapr-system', version: '1.13.0' } };
const byHand = (values: Record<string, unknown>) => findingsOf({ values });
const codesOf = (found: readonly { code: string }[]) => found.map(({ code }) => code); // prettier-ignore
const rendered = (values: Record<string, unknown>) =>
  codesOf(renderValues({ ...release, values }).findings.map(f => f.finding));

/** What only requests, values and deliveries show, each beside one where it is not. */
const shown: [
  code: string,
  where: () => readonly string[],
  not: () => readonly string[],
][] = [
  ['DS111', () => codesOf(wireApp(usual(), { workload: sidecar }).findings), () => codesOf(wireApp(usual()).findings)], // prettier-ignore
  ['DS152', () => byHand({ podAnnotations: { 'dapr.io/enabled': 'true' } }), () => byHand({ podAnnotations: {} })], // prettier-ignore
  ['DS155', () => byHand({ x: 1 }), () => byHand({})], // prettier-ignore
  ['DS156', () => byHand({ fullnameOverride: 'x' }), () => byHand({ nameOverride: 'x' })], // prettier-ignore
  ['DS157', () => rendered({ shared: { strategy: 'x' } }), () => rendered(usual().values.data)], // prettier-ignore
  ['DS158', () => rendered({ shared: {} }), () => rendered(usual().values.data)], // prettier-ignore
  ['DS202', () => findingsOf({}, {}), () => findingsOf({})], // prettier-ignore
  ['DS203', () => findingsOf({}, old), () => findingsOf({})], // prettier-ignore
  ['DS204', () => findingsOf({}, { controlPlane: { namespace: 'dapr-system', scheduler: false } }), () => findingsOf({}, { controlPlane: { namespace: 'dapr-system', scheduler: true } })], // prettier-ignore
  ['DS251', () => byHand({ shared: { controlPlane: { sentry: { port: 80 } } } }), () => byHand({ shared: { controlPlane: { sentry: { port: 443 } } } })], // prettier-ignore
  ['DS252', () => findingsOf({ overlay: { identity: { ca: { from: 'bundle' } } } }), () => findingsOf({ overlay: { identity: { ca: { from: 'config-map', name: 'x' } } } })], // prettier-ignore
  ['DS351', () => findingsOf({ images: { registry: 'registry.example' } }), () => findingsOf({ images: {} })], // prettier-ignore
  ['DS352', () => findingsOf({ overlay: { nodeLocal: true } }), () => findingsOf({ strategy: 'daemonset', overlay: { nodeLocal: true } })], // prettier-ignore
  ['DS411', () => codesOf(deliver('manifests', usual(), layout).findings), () => codesOf(deliver('flux', usual(), layout).findings)], // prettier-ignore
  ['DS453', () => codesOf(ruled(demand)), () => codesOf(ruled(refuse))], // prettier-ignore
  ['DS454', () => codesOf(ruled(refuse)), () => codesOf(ruled(demand))], // prettier-ignore
  ['DS501', () => findingsOf({ runtimeVersion: '1.13.0' }), () => findingsOf({ runtimeVersion: '1.14.0' })], // prettier-ignore
  ['DS551', () => findingsOf({ chart: { version: '0.0.15' } }), () => findingsOf({ chart: { version: '0.0.16' } })], // prettier-ignore
  ['DS552', () => findingsOf({ chart: { version: '1.19.0' } }), () => findingsOf({ chart: { version: '1.18.7' } })], // prettier-ignore
  ['DS561', () => codesOf(deliver('helm', usual(), layout).findings), () => codesOf(deliver('flux', usual(), layout).findings)], // prettier-ignore
];

const first = (found: readonly string[]) => found.map(text => text.slice(0, 5));

describe('codes of plans and deliveries', () => {
  it.each(shown)(
    '%s is found where it is, and not where it is not',
    (code, where, not) => {
      // prettier-ignore
      expect(first(where())).toContain(code);
      expect(first(not())).not.toContain(code);
    },
  );

  it('are all that no check of an instance shows', () => {
    const checked = new Set(checks.map(({ code }) => code.code));
    const others = codesOf(findingCodes).filter(code => code < 'DS6' && !checked.has(code)); // prettier-ignore
    const shownHere = shown.map(([code]) => code).filter(code => !checked.has(code)); // prettier-ignore
    expect(shownHere).toEqual(others);
  });
});
