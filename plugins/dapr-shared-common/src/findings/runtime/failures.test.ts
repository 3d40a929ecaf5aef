import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { assess } from '..';
import said from '../__fixtures__/said.json';
import { capturedLogs, failures } from '../__testUtils__/failures';
import { runtimeCodes } from '../codes/runtime';
import { runtimeFindings } from '.';

const LOGS = join(__dirname, '..', '__fixtures__', 'logs');

/** Every failure, with ever more of what can be read of it. */
const cases = Object.values(
  failures(name => readFileSync(join(LOGS, `${name}.txt`), 'utf8')),
).flatMap(group =>
  group.flatMap(({ name, given }) =>
    Object.entries(given).map(([what, input]) => ({
      name,
      given: what,
      input,
    })),
  ),
);

/** What is said of it: reviewed by people, and printed in docs/reference/failures.md. */
const expected = new Map(
  said.map(row => [`${row.failure} | ${row.given}`, row]),
);

describe('failure × what was given × what was said', () => {
  it.each(cases)('$name, $given', ({ name, given, input }) => {
    const { causes, others } = runtimeFindings(input);
    const { health } = assess(input);
    expect({
      failure: name,
      given,
      health: health.status,
      said: [...causes, ...others].map(({ code, severity, cause, fix, evidence }) => ({ code, severity, cause, fix, evidence })), // prettier-ignore
    }).toEqual(expected.get(`${name} | ${given}`));
  });

  const known = cases.filter(
    ({ input }) => runtimeFindings(input).causes.length > 0,
  );

  it.each(known)(
    '$name, $given: the first cause is the health',
    ({ input }) => {
      const [first] = runtimeFindings(input).causes;
      const { health, findings } = assess(input);
      expect(health.summary).toBe(first?.cause);
      expect(findings[0]?.cause).toBe(first?.cause);
      expect(health.status).not.toBe('healthy');
    },
  );

  it.each(cases.filter(one => !known.includes(one)))(
    '$name, $given: nothing keeps it from running',
    ({ input }) => {
      expect(assess(input).health.status).not.toBe('degraded');
    },
  );

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

  it.each(cases)(
    '$name, $given: evidence is short and has no secret',
    ({ input }) => {
      const { causes, others } = runtimeFindings(input);
      for (const { evidence = '', cause, fix } of [...causes, ...others]) {
        expect(evidence.length).toBeLessThanOrEqual(300);
        expect(`${evidence}${cause}${fix}`).not.toContain('hunter2');
        expect(cause).toMatch(/^\S.*[^.]\.$/);
        expect(fix).toMatch(/^[A-Z].*\.$/s);
        expect(`${cause}${fix}`).not.toMatch(/undefined|\$\{|\bNaN\b/);
      }
    },
  );
});
