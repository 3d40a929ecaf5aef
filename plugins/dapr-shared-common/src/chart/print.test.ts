import { print } from './print';

describe('a value as a template prints it', () => {
  it.each<[unknown, string]>([
    [undefined, ''],
    [null, ''],
    ['', ''],
    ['a b', 'a b'],
    [true, 'true'],
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    [999999, '999999'],
    [1000000, '1e+06'],
    [-1000000, '-1e+06'],
    [12345678, '1.2345678e+07'],
    [1e21, '1e+21'],
    [1e100, '1e+100'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [[], '[]'],
    [['a', 1e6, null, [true]], '[a 1e+06 <nil> [true]]'],
    [{ b: 1, a: { c: null }, B: 'x' }, 'map[B:x a:map[c:<nil>] b:1]'],
    [{}, 'map[]'],
  ])('%j is %s', (value, expected) => {
    expect(print(value)).toBe(expected);
  });
});
