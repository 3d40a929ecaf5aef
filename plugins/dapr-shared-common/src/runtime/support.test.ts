import { parseRuntimeVersion, runtimeFactsOf, runtimeSupport } from '.';

describe('runtimeSupport', () => {
  it.each([
    ['1.19.0', 'newer'],
    ['2.0.0', 'newer'],
    ['1.18.0-rc.1', 'supported'],
    ['v1.16.2', 'supported'],
    ['1.15.7', 'ended'],
    ['edge', 'unreadable'],
  ])('%s is %s', (version, expected) => {
    expect(runtimeSupport(version)).toBe(expected);
  });
});

describe('runtimeFactsOf', () => {
  it.each([
    ['1.18.3', 'flag'],
    ['1.17.0', 'flag'],
    ['1.16.19', 'env'],
    ['1.14.0', 'env'],
    ['1.13.9', undefined],
    ['latest', undefined],
  ])('%s learns of the scheduler by %s', (version, expected) => {
    expect(runtimeFactsOf(version)?.schedulerAddress).toBe(expected);
  });
});

describe('parseRuntimeVersion', () => {
  it('takes a version apart', () => {
    expect(parseRuntimeVersion('v1.17.13')).toEqual({
      major: 1,
      minor: 17,
      patch: 13,
    });
  });
});
