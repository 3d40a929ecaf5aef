import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { assess } from '..';
import said from '../__fixtures__/said.json';
import {
  capturedLogs,
  casesOf,
  failures,
  saidOf,
} from '../__testUtils__/failures';
import { changesNothing } from '../__testUtils__/settings';
import { runtimeCodes } from '../codes/runtime';
import { runtimeFindings } from '.';

const LOGS = join(__dirname, '..', '__fixtures__', 'logs');

/** Every failure, with ever more of what can be read of it. */
const cases = casesOf(
  failures(name => readFileSync(join(LOGS, `${name}.txt`), 'utf8')),
);

/** What is said of it: reviewed by people, written by `npm run reference`. */
const expected = new Map(
  said.map(row => [`${row.failure} | ${row.given}`, row]),
);

describe('failure × what was given × what was said', () => {
  it.each(cases)('$name, $given', ({ name, given, input }) => {
    const row = saidOf({ name, given, input });
    expect(row).toEqual(expected.get(`${name} | ${given}`));
    for (const { evidence = '', cause, fix } of row.said) {
      expect(evidence.length).toBeLessThanOrEqual(300);
      expect(`${evidence}${cause}${fix}`).not.toContain('hunter2');
      expect(cause).toMatch(/^\S.*[^.]\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/s);
      expect(`${cause}${fix}`).not.toMatch(/undefined|\$\{|\bNaN\b/);
    }
  });

  it.each(cases)('$name, $given: the first cause is the health', one => {
    const [first] = runtimeFindings(one.input).causes;
    const { health, findings } = assess(one.input);
    const foremost = findings[0]?.cause;
    expect([health.summary, foremost]).toEqual(
      first ? [first.cause, first.cause] : [health.summary, foremost],
    );
    expect(health.status).not.toBe(first ? 'healthy' : 'degraded');
  });

  it.each(cases)('$name, $given: no fix sets what is set', ({ input }) => {
    expect(assess(input).findings.flatMap(changesNothing(input))).toEqual([]);
  });

  it('says nothing of failures that are not there', () => {
    expect([...expected.keys()].sort()).toEqual(
      cases.map(({ name, given }) => `${name} | ${given}`).sort(),
    );
  });

  it('has every captured log', () => {
    expect(Object.keys(capturedLogs).map(name => `${name}.txt`).sort()).toEqual(
      readdirSync(LOGS).sort(),
    ); // prettier-ignore
  });

  it.each(runtimeCodes)('shows $code firing', ({ code }) => {
    expect(said.flatMap(row => row.said.map(s => s.code))).toContain(code);
  });
});
