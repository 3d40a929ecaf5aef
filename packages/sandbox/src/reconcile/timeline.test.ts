import { goDuration, standing } from './timeline';

describe('standing', () => {
  it.each([
    [0, { restarts: 0, running: true }],
    [1_500, { restarts: 1, running: true }],
    [2_500, { restarts: 1, running: false, backOffMs: 10_000 }],
    [12_500, { restarts: 2, running: true }],
    [14_000, { restarts: 2, running: false, backOffMs: 20_000 }],
    [3_600_000, { running: false, backOffMs: 300_000 }],
  ])('of a container that ends after 1 s, after %s ms', (elapsed, expected) => {
    expect(standing(elapsed, 1_000)).toMatchObject(expected);
  });
});

describe('goDuration', () => {
  it.each([
    [10_000, '10s'],
    [80_000, '1m20s'],
    [300_000, '5m0s'],
  ])('%s ms is %s', (ms, text) => expect(goDuration(ms)).toBe(text));
});
