import type { Finding, Severity } from 'backstage-plugin-dapr-shared-common';
import type { StoredInstance } from '../store';
import { weigh } from './weigh';

const finding = (code: string, severity: Severity): Finding => ({
  code,
  severity,
  title: code,
  cause: 'So.',
  fix: 'Do.',
});

const stored = (...findings: Finding[]): StoredInstance => ({
  cluster: 'eu',
  namespace: 'shop',
  appId: 'orders',
  since: '2030-01-01T00:00:00Z',
  observedAt: '2030-01-01T00:00:00Z',
  health: { status: 'degraded', summary: 'So.' },
  details: {
    strategy: 'deployment',
    replicas: { desired: 1, ready: 0, updated: 1, available: 0 },
    workloads: [],
    findings,
  },
});

const found = stored(
  finding('DS641', 'medium'),
  finding('DS401', 'high'),
  finding('DS302', 'low'),
);

const rule = (
  codes: string[],
  severity: Severity | 'mute',
  owners?: string[],
) => ({ path: 'daprShared.findings[0]', match: { codes, ...(owners ? { owners } : {}) }, severity }); // prettier-ignore

const weighed = (...policy: ReturnType<typeof rule>[]) =>
  weigh(found, ['group:default/shop-team'], policy).map(
    ({ code, severity }) => `${code} ${severity}`,
  );

describe('weigh', () => {
  it('leaves findings as they are without a policy', () => {
    expect(weighed()).toEqual(['DS641 medium', 'DS401 high', 'DS302 low']);
  });

  it('puts what was raised before the others, and never before a cause', () => {
    expect(weighed(rule(['DS302'], 'critical'))).toEqual([
      'DS641 medium',
      'DS302 critical',
      'DS401 high',
    ]);
  });

  it('leaves out what is muted for the owners of the entity', () => {
    const mute = (owner: string) => rule(['DS4*'], 'mute', [owner]);
    expect(weighed(mute('group:default/shop-team'))).toEqual(['DS641 medium', 'DS302 low']); // prettier-ignore
    expect(weighed(mute('group:default/others'))).toHaveLength(3);
  });
});
