import { lastMatch, readLines } from './containerLog';

const texts = (lines: readonly { message: string }[]) => lines.map(({ message }) => message); // prettier-ignore
const SIGNAL = "Received signal 'terminated'; beginning shutdown";

describe('the lines of a container', () => {
  it('are all its own where it was not told to stop', () => {
    const { running, ending } = readLines(['a', '', ' b ']);
    expect([texts(running), texts(ending)]).toEqual([['a', 'b'], []]);
  });

  it('are its end from the signal on', () => {
    const { running, ending } = readLines(['a', SIGNAL, 'b']);
    expect([texts(running), texts(ending)]).toEqual([['a'], [SIGNAL, 'b']]);
    expect(texts(readLines([SIGNAL, 'b']).running)).toEqual([]);
  });

  it('are no end where the signal is only spoken of', () => {
    expect(readLines([`a: ${SIGNAL}`]).ending).toEqual([]);
  });

  it('are the last 5000', () => {
    const { running } = readLines(Array.from({ length: 5_001 }, (_, i) => `${i}`)); // prettier-ignore
    expect(running).toHaveLength(5_000);
    expect(running[0]?.message).toBe('1');
  });

  it('are without what is no text', () => {
    expect(texts(readLines(JSON.parse('["a", null, 1]')).running)).toEqual(['a']); // prettier-ignore
  });
});

describe('lastMatch', () => {
  const { running } = readLines(['a1', 'b', 'a2', 'c']);

  it('is the last line that holds, with its match and its place', () => {
    const found = lastMatch(running, /a(\d)/);
    expect([found?.line.message, found?.match[1], found?.index]).toEqual(['a2', '2', 2]); // prettier-ignore
    expect(lastMatch(running, /c/)?.index).toBe(3);
    expect(lastMatch(running, /a1/)?.index).toBe(0);
  });

  it('is none where none holds', () => {
    expect(lastMatch(running, /x/)).toBeUndefined();
  });
});
