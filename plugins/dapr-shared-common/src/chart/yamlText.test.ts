import { RenderError } from './error';
import { quoted, unquoted, unquotedItem } from './yamlText';

const from = 'shared.log.level';

/** Seen in what Helm 3.19.5 renders from each. */
describe('text written without quotes after a key', () => {
  it.each<[string, unknown]>([
    ['orders', 'orders'],
    ['orders.shop:8080', 'orders.shop:8080'],
    ['a::b', 'a::b'],
    ['a,b', 'a,b'],
    ['a%', 'a%'],
    ['-x', '-x'],
    ['on', true],
    ['', null],
    ['  ', null],
    ['a  ', 'a'],
    ['a\n\n', 'a'],
    ['a\tb', 'a\tb'],
    ['a b', 'a b'],
    ['a #b', 'a'],
    ['a#b', 'a#b'],
    ['"on"', 'on'],
    ['"\\u0041"', 'A'],
    ["'it''s'", "it's"],
    ['[a, 1, [on]]', ['a', 1, [true]]],
    ['{a: {b: on}, c}', { a: { b: true }, c: null }],
    ['{1: x, 1: y}', { 1: true }],
    ['&x 1', 1],
    ['!!int 0x10', 16],
    ['!!float 1.5', 1.5],
    ['!!bool on', true],
    ['!!null ~', null],
    ['!!str on', 'on'],
    ['!x 1', '1'],
  ])('%j becomes %j', (text, expected) => {
    expect(unquoted(text, from)).toEqual(expected);
  });

  it.each([
    ['a: b', ''],
    ['a:', ''],
    ['[a', ''],
    ['- a', ''],
    ['@x', ''],
    ['*x', 'unknown anchor x'],
    ['[::1]', 'a key is missing'],
    ['[a, : b]', 'a key is missing'],
    ['{ : a}', 'a key is missing'],
    ['{[a]: b}', 'invalid map key'],
    ['!!bool x', 'it is no boolean'],
    ['!!int x', 'it is no number'],
    ['!!null x', 'it is no object'],
    ['.inf', 'infinite numbers are not allowed'],
    ['[.nan]', 'infinite numbers are not allowed'],
    ['a\nb', 'it has more than one line'],
    ['a\r  b', 'it has more than one line'],
    ['a\u0007', 'control characters are not allowed'],
    ['a\u007f', 'control characters are not allowed'],
    ['\u0000', 'control characters are not allowed'],
  ])('%j is refused: %s', (text, why) => {
    expect(() => unquoted(text, from)).toThrow(RenderError);
    expect(() => unquoted(text, from)).toThrow(why);
  });

  it('says which value it was, and what to do', () => {
    expect(() => unquoted('*x', from)).toThrow(
      'shared.log.level becomes "*x", which the chart writes without care for YAML and Helm cannot read (unknown anchor x); use a plain word.',
    );
  });
});

describe('text written without quotes as an entry of a list', () => {
  it.each<[string, unknown]>([
    ['--log-level=info', '--log-level=info'],
    ['--app-id=on', '--app-id=on'],
    ['--a=', '--a='],
    ['--a=  ', '--a='],
    ['--a=b c', '--a=b c'],
    ['--a=b #c', '--a=b'],
    ['--a=b: c', { '--a=b': 'c' }],
    ['--a=b:', { '--a=b': null }],
    ['--a={b: 1}', { '--a={b': '1}' }],
    ['--a=[::1],127.0.0.1', '--a=[::1],127.0.0.1'],
    ['--a=::', { '--a=:': null }],
  ])('%j becomes %j', (text, expected) => {
    expect(unquotedItem(text, from)).toEqual(expected);
  });

  it.each(['--a={b: {c: d}}', '--a=b\nc', '--a=\u0007'])(
    '%j is refused',
    text => {
      expect(() => unquotedItem(text, from)).toThrow(RenderError);
    },
  );
});

describe('text written between double quotes', () => {
  it.each([
    ['docker.io/daprio/daprd:1.18.3', 'docker.io/daprio/daprd:1.18.3'],
    ['on', 'on'],
    ['a: b #c', 'a: b #c'],
    ['a  b', 'a  b'],
    ['a\\tb', 'a\tb'],
    ['a\\\\', 'a\\'],
    ['a\nb', 'a b'],
    ['a\r\nb', 'a b'],
    ['a\n\nb', 'a\nb'],
    ['a\n- b', 'a - b'],
  ])('%j becomes %j', (text, expected) => {
    expect(quoted(text, from)).toBe(expected);
  });

  it.each(['a"b', 'a\\qb', 'a\\', 'a\\\\\\', 'a\u0007', 'a\u007f'])(
    '%j is refused',
    text => {
      expect(() => quoted(text, from)).toThrow(RenderError);
    },
  );
});
