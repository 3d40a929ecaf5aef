import { mockServices } from '@backstage/backend-test-utils';
import { readConfig } from './config';

const read = (daprShared?: object) =>
  readConfig(mockServices.rootConfig({ data: { daprShared } }));

describe('readConfig', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      collector: { intervalMs: 15_000, requestTimeoutMs: 10_000, logs: false },
      trustedAuthProviders: [],
      gitops: [],
      policy: [],
      findingPolicy: [],
    });
  });

  it('reads no logs unless told to', () => {
    expect(read({ collector: { logs: true } }).collector.logs).toBe(true);
  });

  it.each([['30s'], ['PT30S'], [{ seconds: 30 }], [{ minutes: 0.5 }]])(
    'takes %j as a duration',
    interval => {
      const { collector } = read({ collector: { interval } });
      expect(collector.intervalMs).toBe(30_000);
    },
  );

  it('takes auth providers to be trusted', () => {
    const clusters = { trustedAuthProviders: ['corporate'] };
    expect(read({ clusters }).trustedAuthProviders).toEqual(['corporate']);
  });

  describe.each(['interval', 'requestTimeout'])('%s', key => {
    it.each([
      ['soon'],
      ['30'],
      [30],
      [{}],
      [{ fortnights: 1 }],
      [{ seconds: 'ten' }],
      ['0s'],
      ['-5s'],
      [{ seconds: -5 }],
      ['1ms'],
      ['60d'],
    ])('%j is refused by its key', value => {
      expect(() => read({ collector: { [key]: value } })).toThrow(
        `daprShared.collector.${key}`,
      );
    });
  });

  it('names the list of trusted auth providers where it is none', () => {
    expect(() => read({ clusters: { trustedAuthProviders: [1] } })).toThrow(
      'daprShared.clusters.trustedAuthProviders',
    );
  });

  it.each([
    [{ gitops: [{ name: 'platform' }] }, 'daprShared.gitops[0].clusters'],
    [{ policy: [{ match: {} }] }, 'daprShared.policy[0] must have at least one of'], // prettier-ignore
    [{ policy: [{ deny: { stratgey: 'daemonset' } }] }, 'daprShared.policy[0].deny.stratgey is not known here'], // prettier-ignore
    [{ findings: [{ severity: 'off' }] }, 'daprShared.findings[0].severity must be one of'], // prettier-ignore
  ])('names the key for %j', (daprShared, message) => {
    expect(() => read(daprShared)).toThrow(message);
  });
});
