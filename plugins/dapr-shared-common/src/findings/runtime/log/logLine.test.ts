import { parseLine } from './logLine';

describe('a line of daprd', () => {
  it.each([
    [
      'JSON',
      '{"level":"fatal","msg":"Fatal error","scope":"dapr.runtime","ver":"1.18.1"}',
      { level: 'fatal', message: 'Fatal error', scope: 'dapr.runtime', version: '1.18.1' },
    ],
    [
      'JSON with an error of its own',
      '{"level":"error","msg":"Failed","error":"refused"}',
      { level: 'error', message: 'Failed: refused', scope: '' },
    ],
    [
      'JSON behind a timestamp',
      '2026-11-22T14:53:29.805284238Z {"level":"info","msg":"app id: orders","scope":"dapr.runtime"}',
      { level: 'info', message: 'app id: orders', scope: 'dapr.runtime' },
    ],
    ['plain text behind a timestamp', '2026-11-22T14:53:29.8Z panic: x', { level: '', message: 'panic: x', scope: '' }],
    ['plain text behind a timestamp of another zone', '2026-11-22T14:53:29+01:00 panic: x', { level: '', message: 'panic: x', scope: '' }],
    ['plain text with a timestamp in it', 'at 2026-11-22T14:53:29Z x', { level: '', message: 'at 2026-11-22T14:53:29Z x', scope: '' }],
    ['JSON without a level', '{"msg":"x"}', { level: '', message: 'x', scope: '' }],
    ['JSON without a scope, cut', '"level" : "info","msg" : "x', { level: 'info', message: 'x', scope: '' }],
    ['JSON of no object', '{"level":"info"', { level: 'info', message: '{"level":"info"', scope: '' }],
    [
      'JSON cut in its message',
      '{"app_id":"orders","level":"fatal","msg":"Fatal error from runtime: \\"x\\" fai',
      { level: 'fatal', message: 'Fatal error from runtime: "x" fai', scope: '' },
    ],
    [
      'JSON cut at its beginning',
      'ance":"pod","level":"warning","msg":"a\\nb","scope":"dapr.runtime"}',
      { level: 'warning', message: 'a\nb', scope: 'dapr.runtime' },
    ],
    [
      'logfmt',
      'time="2026-11-22T14:53:29Z" level=fatal msg="Fatal error from runtime: \\"x\\"" app_id=orders scope=dapr.runtime ver=1.18.1',
      { level: 'fatal', message: 'Fatal error from runtime: "x"', scope: 'dapr.runtime', version: '1.18.1' },
    ],
    ['logfmt without quotes', 'level=info msg=ready', { level: 'info', message: 'ready', scope: '' }],
    ['a level in capitals', '{"level":"ERROR","msg":"x"}', { level: 'error', message: 'x', scope: '' }],
    ['plain text', 'unknown flag: --x', { level: '', message: 'unknown flag: --x', scope: '' }],
    ['JSON of something else', '{"a":1}', { level: '', message: '{"a":1}', scope: '' }],
    ['what is no text', 'a\u0000b\u0007', { level: '', message: 'a\uFFFDb\uFFFD', scope: '' }],
  ])('is read as %s', (_, line, expected) => {
    expect(parseLine(line)).toEqual(expected);
  }); // prettier-ignore

  it.each(['', '   ', '\t\r'])('is nothing where it is %j', line => {
    expect(parseLine(line)).toBeUndefined();
  });

  it('is cut where it is huge', () => {
    expect(parseLine(`x${'y'.repeat(1e6)}`)?.message).toHaveLength(8_000);
  });
});
