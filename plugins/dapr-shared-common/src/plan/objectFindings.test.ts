import { checks } from '../findings/checks';
import { hardened } from '../findings/__testUtils__/input';
import { plan } from './plan';
import { asking, facts } from './testUtils';
import type { ClusterFacts, PlanRequest } from './types';

const all = (fields: Partial<PlanRequest>, given: ClusterFacts = facts) =>
  plan(asking(fields), given).findings.map(f => `${f.code} ${f.severity}`);

const known: ClusterFacts = {
  clusterDomain: 'corp.example',
  controlPlane: {
    namespace: 'dapr',
    version: '1.18.3',
    trustDomain: 'id.example',
    mtls: true,
  },
};
const own = ['DS401 high', 'DS402 medium', 'DS302 low'];

describe("a plan's own objects", () => {
  it.each<[string, ClusterFacts]>([
    ['a usual cluster', facts],
    ['a cluster with everything elsewhere', known],
  ])('entail on %s what the identity of the chart does', (_, given) => {
    expect(all({}, given)).toEqual(own);
    expect(all({ strategy: 'daemonset' }, given)).toEqual([...own, 'DS305 info']); // prettier-ignore
  });

  it.each<[string, Partial<PlanRequest>]>([
    ['a Deployment', { replicas: 2 }],
    ['a Deployment of one', {}],
    ['an app that is scaled to zero', { app: { port: 8080, protocol: 'http', scaleToZero: true } }], // prettier-ignore
    ['an app that only calls', { app: { port: 0, protocol: 'http' } }],
    ['a Configuration', { configuration: 'tracing' }],
    ['a ServiceAccount that is there', { serviceAccount: 'orders' }],
    ['every protocol', { app: { port: 9000, protocol: 'grpcs' } }],
    ['images of a mirror', { images: { registry: 'registry.example:5000/dapr' } }], // prettier-ignore
    ['chart 1.18.0', { chart: { version: '1.18.0' } }],
    ['chart 0.0.16', { chart: { version: '0.0.16' } }],
  ])('entail nothing where %s is hardened', (_, fields) => {
    const overlay = hardened;
    for (const given of [facts, known]) {
      expect(all({ ...fields, overlay }, given).filter(f => f !== 'DS351 low')).toEqual([]); // prettier-ignore
      const local = { ...hardened, nodeLocal: true };
      expect(all({ ...fields, strategy: 'daemonset', overlay: local }, given).filter(f => f !== 'DS351 low')).toEqual([]); // prettier-ignore
    }
  });

  it('do not tell again what the request tells', () => {
    const shared = (fields: object) => ({ values: { shared: fields } });
    const elsewhere = { namespace: 'x', trustDomain: 'y', sentry: { port: 80 } }; // prettier-ignore
    expect(all(shared({ controlPlane: elsewhere }), known)).toEqual(['DS251 high', 'DS251 high', 'DS251 high', ...own]); // prettier-ignore
    const mtls = { daprd: { mtls: { enabled: false }, serviceAccountIdentityToken: { audience: 'z' } } }; // prettier-ignore
    expect(all(shared(mtls), known)).toEqual(['DS251 high', 'DS251 high', ...own]); // prettier-ignore
    const operator = { controlPlane: { operator: { port: 6500 } } };
    expect(all(shared(operator), known)).toEqual(['DS218 high', ...own]);
    expect(all({ runtimeVersion: '1.13.0' })).toEqual(['DS501 critical', ...own]); // prettier-ignore
    const old = { controlPlane: { namespace: 'dapr-system', version: '1.13.0' } }; // prettier-ignore
    expect(all({ runtimeVersion: '1.18.3' }, old)).toEqual(['DS203 critical', ...own]); // prettier-ignore
    expect(all(shared({ daprd: { httpPort: 3600, image: { tag: 'edge' } } }))).toEqual(['DS151 high', 'DS401 high', 'DS553 medium', 'DS402 medium', 'DS302 low']); // prettier-ignore
  });

  it('are asked every check, and none of what a chart makes that nobody knows', () => {
    expect(checks.length).toBeGreaterThan(40);
    expect(all({ chart: { version: '0.0.15' } })).toEqual(['DS551 critical']);
  });
});
