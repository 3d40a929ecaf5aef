import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { findingCodes } from '..';

const src = join(__dirname, '..', '..');

/** The code that ships, without tests and what only they use. */
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.ts$/.test(path) && !/test/i.test(path))
  .map(path => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const codes = findingCodes.map(({ code }) => code);

describe('the registry of codes', () => {
  it('has every code that the package speaks of', () => {
    const spoken = sources.flatMap(({ text }) => text.match(/\bDS\d{3}\b/g) ?? []); // prettier-ignore
    expect([...new Set(spoken)].sort()).toEqual(codes);
  });

  it('names each code in one place only', () => {
    const elsewhere = sources.filter(
      ({ path, text }) =>
        !path.startsWith(join('findings', 'codes')) && /'DS\d{3}'/.test(text),
    );
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('has each code once, in order', () => {
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it.each(findingCodes)('says in words what $code is', code => {
    expect(code.code).toMatch(/^DS[1-6]\d\d$/);
    expect(['critical', 'high', 'medium', 'low', 'info']).toContain(code.severity); // prettier-ignore
    expect(code.title).toMatch(/^[A-Za-z].{8,70}[^.]$/);
    expect(code.seen).toMatch(/^\S.{20,}\.$/);
    expect(code.fix).toMatch(/^[A-Z].{10,}\.$/);
    expect(code.seen).not.toContain('\n');
    for (const link of code.links ?? []) {
      expect(new URL(link).protocol).toBe('https:');
    }
  });
});
