import Ajv from 'ajv';
import { readFileSync } from 'fs';
import { dirname, join } from 'path';
import type { Log } from 'sarif';
import type { Finding, Severity } from 'backstage-plugin-dapr-shared-common';
import { check } from '../__testUtils__/sources';
import { type Report, reportOf } from '../report';
import { formats } from '.';

const location = { file: 'clusters/prod eu/values.yaml', line: 3, column: 5 };

const finding = (severity: Severity, code = 'DS999'): Finding => ({
  code,
  severity,
  title: `A ${severity} finding`,
  cause: 'Something is wrong.',
  fix: 'Do something else.',
  evidence: 'port: 80',
  docs: 'https://docs.example/ds999',
});

const found = (...severities: Severity[]) =>
  severities.map(severity => ({ finding: finding(severity), location }));

const { instance } =
  check({
    'values.yaml':
      'shared: {appId: orders, remoteURL: orders.shop, remotePort: 80}',
  }).results[0] ?? {};
const result = { instance, location, assumed: ['chart 1.16.0'] };

const report = reportOf(
  [
    { ...result, findings: [] },
    { ...result, findings: found('low', 'critical') },
    { location, assumed: [], findings: found('medium') },
  ],
  [],
  [],
);
const broken: Report = {
  ...reportOf([], [{ file: 'a.yaml', line: 7, message: 'is a template.' }], []),
  notes: ['b.yaml: not checked.'],
};

const options = { failOn: 'high', colour: false } as const;

describe('text', () => {
  const text = formats.text(report, options);

  it('has the worst first and ends with the sum', () => {
    expect(text.match(/^ {2}(critical|medium|low|No findings)/gm)).toEqual([
      '  critical',
      '  low',
      '  medium',
      '  No findings',
    ]);
    expect(text.trim().split('\n').at(-1)).toBe(
      '2 instances: 1 critical, 1 medium, 1 low. 1 at or above high, so this fails.',
    );
  });

  it('says what it is, what was assumed, cause, fix, what was seen and where to read on', () => {
    expect(text).toContain(
      'default/orders  DaemonSet  daprd 1.15.7  chart 1.16.0  clusters/prod eu/values.yaml:3:5\n' +
        '  Assumed: chart 1.16.0.\n' +
        '  critical  DS999  A critical finding\n' +
        '            Cause  Something is wrong.\n' +
        '            Fix    Do something else.\n' +
        '            Seen   port: 80\n' +
        '            Docs   https://docs.example/ds999\n',
    );
  });

  it('has colours where they are wanted', () => {
    expect(formats.text(report, { ...options, colour: true })).toContain(
      '\u001b[31mcritical\u001b[0m',
    );
  });

  it('fits the terminal', () => {
    const long = { ...finding('high'), cause: 'word '.repeat(50).trim() };
    const narrow = reportOf(
      [{ ...result, findings: [{ finding: long, location }] }],
      [],
      [],
    );
    const lines = formats.text(narrow, { ...options, width: 60 }).split('\n');
    const cause = lines.filter(line => / word/.test(line));
    expect(cause.length).toBeGreaterThan(1);
    expect(cause.every(line => line.length <= 60)).toBe(true);
  });
});

describe('JSON', () => {
  it('has instances and findings as lists', () => {
    const read: unknown = JSON.parse(formats.json(report, options));
    expect(read).toMatchObject({
      version: 1,
      summary: {
        instances: 2,
        findings: { critical: 1, high: 0, medium: 1, low: 1, info: 0 },
      },
      instances: [{ namespace: 'default', appId: 'orders' }, {}],
      findings: [
        { severity: 'critical', instance: 'default/orders', location },
        { severity: 'low' },
        { severity: 'medium' },
      ],
    });
  });

  it('has what could not be read', () => {
    expect(JSON.parse(formats.json(broken, options))).toMatchObject({
      problems: [{ file: 'a.yaml', line: 7 }],
      notes: ['b.yaml: not checked.'],
    });
  });
});

describe('SARIF', () => {
  // The schema is of draft 4, and says nothing that draft 7 reads otherwise.
  const file = join(
    dirname(require.resolve('@microsoft/jest-sarif/package.json')),
    'lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const { id, $schema, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);
  const log = (of: Report): Log => JSON.parse(formats.sarif(of, options));

  it.each([
    ['findings', report],
    ['unreadable input', broken],
    ['nothing', reportOf([], [], [])],
  ])('is valid for %s', (_, of) => {
    validate(log(of));
    expect(validate.errors).toBeNull();
  });

  it('has a place, a level and a rule for each finding', () => {
    const [run] = log(report).runs;
    const [critical] = run?.results ?? [];
    expect(critical).toMatchObject({
      ruleId: 'DS999',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'clusters/prod%20eu/values.yaml',
              uriBaseId: '%SRCROOT%',
            },
            region: { startLine: 3, startColumn: 5 },
          },
          logicalLocations: [{ fullyQualifiedName: 'default/orders' }],
        },
      ],
    });
    expect(run?.tool.driver.rules?.[critical?.ruleIndex ?? -1]?.id).toBe('DS999'); // prettier-ignore
    expect(run?.results?.map(({ level }) => level)).toEqual([
      'error',
      'note',
      'warning',
    ]);
  });

  it('knows a finding again when its line has moved', () => {
    const moved = (line: number) =>
      log(
        reportOf(
          [{ ...result, findings: [{ finding: finding('high'), location: { ...location, line } }] }], // prettier-ignore
          [],
          [],
        ),
      ).runs[0]?.results?.[0]?.partialFingerprints;
    expect(moved(3)).toEqual(moved(30));
  });

  it('says that input could not be read', () => {
    expect(log(broken).runs[0]?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error' }, { level: 'note' }],
      },
    ]);
  });
});
