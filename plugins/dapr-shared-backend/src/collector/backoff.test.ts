import { nextWaitMs } from './backoff';

const wait = (options: Partial<Parameters<typeof nextWaitMs>[0]>) =>
  nextWaitMs({ intervalMs: 10_000, failures: 0, random: 0.5, ...options });

describe('nextWaitMs', () => {
  it.each([
    [0, 10_000],
    [1, 20_000],
    [2, 40_000],
    [4, 120_000],
    [10_000, 120_000],
  ])('after %d failures in a row waits %d ms', (failures, expected) => {
    expect(wait({ failures })).toBe(expected);
  });

  it('spreads by a tenth to either side', () => {
    expect(wait({ random: 0 })).toBe(9_000);
    expect(wait({ random: 1 })).toBe(11_000);
  });

  it('never shortens an interval that is longer than the cap', () => {
    expect(wait({ intervalMs: 600_000, failures: 3 })).toBe(600_000);
  });

  it('waits as long as the server asks, where that is longer', () => {
    expect(wait({ retryAfterMs: 300_000 })).toBe(300_000);
    expect(wait({ retryAfterMs: 1_000 })).toBe(10_000);
  });

  it.each([[Number.MAX_VALUE], [Infinity], [2 ** 31]])(
    'gives a server that asks for %d ms an hour, since a timer would fire at once',
    retryAfterMs => {
      expect(wait({ retryAfterMs })).toBe(3_600_000);
    },
  );
});
