import { goInteger, plainScalar } from './plainScalar';

/** As Helm and the API server read each of them, seen in what Helm 3.19.5 renders. */
describe('a scalar without quotes', () => {
  it.each('y Y yes Yes YES true True TRUE on On ON'.split(' '))(
    '%s is true',
    text => {
      expect(plainScalar(text)).toBe(true);
    },
  );

  it.each('n N no No NO false False FALSE off Off OFF'.split(' '))(
    '%s is false',
    text => {
      expect(plainScalar(text)).toBe(false);
    },
  );

  it.each(['', '~', 'null', 'Null', 'NULL'])('"%s" is nothing', text => {
    expect(plainScalar(text)).toBeNull();
  });

  it.each([
    ['12', 12],
    ['+12', 12],
    ['-12', -12],
    ['1_000', 1000],
    ['-1_0', -10],
    ['0x1F', 31],
    ['-0x10', -16],
    ['0o17', 15],
    ['017', 15],
    ['-017', -15],
    ['08', 8],
    ['0b11', 3],
    ['-0b11', -3],
    ['0', 0],
    ['-0', 0],
    ['1e3', 1000],
    ['1E-2', 0.01],
    ['1.5e+3', 1500],
    ['.5', 0.5],
    ['.12', 0.12],
    ['-.5', -0.5],
    ['+.5', 0.5],
    ['5.', 5],
    ['1_2.5', 12.5],
    ['9223372036854775808', 2 ** 63],
  ])('%s is the number %d', (text, expected) => {
    expect(plainScalar(text)).toBe(expected);
  });

  it.each([
    ...['yEs', 'nULL', 'tRUE', 'orders', 'a1', '_1', '1e', 'e1', 'x1e3', '1e3x'],
    ...['0x', '0b2', '0o8', '1.2.3', '1.18.0', '1:30', '2024-01-31', '12-', '--'],
    ...['.', '..', '=', '<<', '1e400', 'x.inf', '.infx', '.Infinity', '-.nan'],
    ...['x-.inf', 'x1', 'a.5', '.a', 'on-1'],
  ])('%s is text', text => {
    expect(plainScalar(text)).toBe(text);
  }); // prettier-ignore

  it.each([
    ...['.inf', '.Inf', '.INF', '-.inf', '+.inf', '.nan', '.NaN', '.NAN'],
  ])('%s is a number that JSON has no place for', text => {
    const value = plainScalar(text);
    expect(typeof value).toBe('number');
    expect(Number.isFinite(value)).toBe(false);
  });
});

describe('an integer of Go', () => {
  it.each(['', '-', '0x', '08', '0b12', '1_0', '1.0', ' 1', '0xg'])(
    'is not "%s"',
    text => {
      expect(goInteger(text)).toBeUndefined();
    },
  );

  it('has no zero with a sign', () => {
    expect(Object.is(goInteger('-0'), 0)).toBe(true);
  });
});
