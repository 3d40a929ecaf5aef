import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { knowsFlag } from '.';

const dir = join(__dirname, '__fixtures__', 'flags');

/** What each release of daprd printed. */
const releases = readdirSync(dir).map(file => ({
  version: /daprd-v(.+)\.txt/.exec(file)?.[1] ?? '',
  flags: readFileSync(join(dir, file), 'utf8').trim().split('\n'),
}));
const everyFlag = [...new Set(releases.flatMap(({ flags }) => flags))];

describe('knowsFlag', () => {
  it.each(releases)('knows what daprd $version knows', ({ version, flags }) => {
    const known = everyFlag.filter(flag => knowsFlag(version, flag));
    expect(known.sort()).toEqual([...flags].sort());
  });

  it.each([
    ['1.13.9', 'app-id', false],
    ['edge', 'app-id', false],
    ['1.19.0', 'log-file', true],
    ['1.19.0', 'hot-reload-reconcile-interval', true],
    ['1.17.99', 'hot-reload-reconcile-interval', false],
    ['1.15.99', 'app-binding-options-timeout', false],
    ['1.17.12', 'app-binding-options-timeout', false],
    ['1.18.3', 'no-such-flag', false],
  ])('%s knows %s: %s', (version, flag, expected) => {
    expect(knowsFlag(version, flag)).toBe(expected);
  });
});
