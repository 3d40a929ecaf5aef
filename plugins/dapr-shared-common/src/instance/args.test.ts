import { commandLine, flagValue, readFlags } from './args';

describe('flags', () => {
  it.each<[string, string[], Record<string, string>, string[]]>([
    ['with an equals sign', ['--a=1', '--b=x=y'], { a: '1', b: 'x=y' }, []],
    ['with a space', ['--a', '1', '--b', 'x'], { a: '1', b: 'x' }, []],
    ['in both forms', ['--a', '1', '--b=2'], { a: '1', b: '2' }, []],
    ['with one dash', ['-a=1', '-b', '2'], { a: '1', b: '2' }, []],
    ['without a value', ['--a', '--b', '-c'], { a: '', b: '', c: '' }, []],
    ['with an empty value', ['--a='], { a: '' }, []],
    ['with a negative number', ['--a', '-1', '--b'], { a: '-1', b: '' }, []],
    ['given twice', ['--a=1', '--a=2'], { a: '2' }, []],
    ['among words', ['/daprd', '--a=1', 'run', '--b', '2', 'x'], { a: '1', b: '2' }, ['/daprd', 'run', 'x']],
    ['with white space around', [' --a=1 ', '--b', ' 2 '], { a: '1', b: '2' }, []],
    ['that are no flags', ['-', '--', '-1', '--9'], {}, ['-', '--', '-1', '--9']],
    ['that are none', [], {}, []],
  ])('%s', (_, args, flags, words) => {
    const read = readFlags(args);
    expect(Object.fromEntries(read.flags)).toEqual(flags);
    expect(read.words).toEqual(words);
  }); // prettier-ignore

  it('are read by name', () => {
    expect(flagValue(['--a=1', '--b'], 'a')).toBe('1');
    expect(flagValue(['--a=1', '--b'], 'b')).toBe('');
    expect(flagValue(['--a=1', '--b'], 'c')).toBeUndefined();
  });
});

describe('a command line', () => {
  it('is the command, then the arguments, as text', () => {
    const container = { command: ['/daprd', 1], args: [true, null, {}, '-x'] };
    expect(commandLine(container)).toEqual(['/daprd', '1', 'true', '-x']);
  });

  it("has the container's own environment put in", () => {
    const container = {
      args: ['--a=$(APP_ID)/$(B)', '--c=$(C)', '--d=$(NONE)', '$(APP_ID)$(APP_ID)', '$A', '$()'],
      env: [{ name: 'APP_ID', value: 'x' }, { name: 'B', value: 2 }, { name: 'C', valueFrom: {} }, null],
    };
    expect(commandLine(container)).toEqual([
      ...['--a=x/2', '--c=$(C)', '--d=$(NONE)', 'xx', '$A', '$()'],
    ]);
  }); // prettier-ignore

  it.each([undefined, null, 'x', {}, { args: 'x', command: {} }])(
    'is empty for %j',
    container => {
      expect(commandLine(container)).toEqual([]);
    },
  );
});
