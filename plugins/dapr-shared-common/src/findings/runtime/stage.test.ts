import { readLines } from './log/containerLog';
import { stageOf } from './stage';

const stage = (...lines: string[]) => stageOf(readLines(lines));

const marks = [
  ['identity', 'Fetching initial identity'],
  ['loading', 'Starting workload identity expiry watcher; cert expires on: x'],
  ['loading', 'mTLS is disabled. Skipping certificate request'],
  ['loading', 'application discovered on port 8080'],
  ['loading', 'app id: orders'],
  ['app', 'application protocol: http. waiting on port 8080.  This will block'],
  ['app', 'waiting for application to listen on port 8080'],
  ['running', 'dapr initialized. Status: Running. Init Elapsed 1ms'],
] as const;

describe('how far a daprd has come', () => {
  it.each(marks)('%s: %s', (expected, line) => {
    expect(stage('something', line, 'something else')).toBe(expected);
  });

  it.each(marks)('is not %s where it is quoted: %s', (_, line) => {
    expect(stage(`it said: ${line}`)).toBe('unknown');
  });

  it('is what it came to last', () => {
    const [[, identity], [, loading]] = marks;
    expect(stage(identity, loading)).toBe('loading');
    expect(stage(loading, identity)).toBe('identity');
  });

  it('is not what it says once it was told to stop', () => {
    expect(stage('app id: orders', "Received signal 'terminated'", marks[7][1])).toBe('loading'); // prettier-ignore
  });

  it('is not known without a log', () => {
    expect(stageOf(undefined)).toBe('unknown');
    expect(stage()).toBe('unknown');
  });
});
