import { readFileSync } from 'fs';
import { join } from 'path';
import { capturedLogs } from '../__testUtils__/failures';
import { crashing, given, log, running } from '../__testUtils__/live';
import { runtimeFindings } from '.';

const read = (name: string) =>
  readFileSync(join(__dirname, '..', '__fixtures__', 'logs', `${name}.txt`), 'utf8').trim().split('\n'); // prettier-ignore

/** What daprd would have written with `log.json: false`. */
function asText(line: string): string {
  if (!line.startsWith('{')) return line;
  const { level, msg, scope, time, ver } = JSON.parse(line);
  return `time="${time}" level=${level} msg=${JSON.stringify(
    msg,
  )} app_id=orders instance=pod scope=${scope} type=log ver=${ver}`;
}

const states = {
  ready: undefined,
  silent: running,
  waiting: running,
  blocked: running,
  exits: crashing(1),
};

function said(name: string, lines: readonly string[]) {
  const outcome = capturedLogs[name] ?? 'ready';
  const { causes, others } = runtimeFindings(given(states[outcome], { logs: [log(lines)] })); // prettier-ignore
  return [...causes, ...others].map(({ code, cause, fix }) => ({ code, cause, fix })); // prettier-ignore
}

const names = Object.keys(capturedLogs);
const ends = names.filter(name => capturedLogs[name] === 'exits');

describe('a log tells the same', () => {
  it.each(names)('as text as in JSON: %s', name => {
    const lines = read(name);
    expect(said(name, lines.map(asText))).toEqual(said(name, lines));
  });

  it.each(names)('with the timestamps of kubectl: %s', name => {
    const lines = read(name);
    expect(said(name, lines.map(line => `2026-11-22T14:53:29.8Z ${line}`))).toEqual(said(name, lines)); // prettier-ignore
  });

  it.each(ends)('in its last line alone: %s', name => {
    const lines = read(name);
    expect(said(name, lines.slice(-1))).toEqual(said(name, lines));
  });

  it.each(ends)('where its lines are cut: %s', name => {
    const lines = read(name);
    const codes = (some: readonly string[]) => said(name, some).map(({ code }) => code); // prettier-ignore
    expect(codes(lines.map(line => line.slice(0, 400)))).toEqual(codes(lines));
  });

  it.each(names)('with what is no log between: %s', name => {
    const lines = read(name);
    const noise = ['', '\u0000\u0001', '{"level":', '{}', 'null', '[1]'];
    expect(said(name, lines.flatMap(line => [...noise, line]))).toEqual(said(name, lines)); // prettier-ignore
  });
});
