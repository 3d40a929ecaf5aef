import type { Log, ReportingDescriptor, Result as SarifResult } from 'sarif';
import {
  checksum,
  type Finding,
  type FindingCode,
  findingCodes,
  type Severity,
} from 'backstage-plugin-dapr-shared-common';
import { version } from '../../package.json';
import type { Location } from '../input';
import {
  type LocatedFinding,
  nameOf,
  type Report,
  type Result,
} from '../report';
import { notifications } from './notifications';
import { physicalLocation } from './physicalLocation';

const HOME = 'https://github.com/dapr-shared/dapr-shared-for-backstage';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** What GitHub sorts security findings by. Source: GitHub, "SARIF support for code scanning". */
const securitySeverities: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

/** A report as SARIF 2.1.0, which Git hosts show in pull requests. */
export function sarif(report: Report): string {
  const rules = rulesFor(report.findings);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dapr-shared',
            semanticVersion: version,
            informationUri: HOME,
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.problems.length === 0,
            toolExecutionNotifications: notifications(report),
          },
        ],
        results: report.results.flatMap(result =>
          result.findings.map(found => sarifResult(found, result, rules)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Every code that there is, and those of findings that are not among them. */
function rulesFor(findings: readonly LocatedFinding[]): ReportingDescriptor[] {
  const known = new Map<string, ReportingDescriptor>(
    findingCodes.map(code => [code.code, rule(code)]),
  );
  for (const { finding } of findings) {
    if (!known.has(finding.code)) {
      known.set(finding.code, rule({ ...finding, seen: finding.cause }));
    }
  }
  return [...known.values()];
}

function rule({
  code,
  title,
  seen,
  fix,
  severity,
}: FindingCode): ReportingDescriptor {
  const isSecurity = code.startsWith('DS4');
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: seen },
    help: { text: fix },
    helpUri: `${HOME}/blob/main/docs/reference/findings.md#${code.toLowerCase()}`,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['dapr', ...(isSecurity ? ['security'] : [])],
      ...(isSecurity
        ? { 'security-severity': securitySeverities[severity] }
        : {}),
    },
  };
}

function sarifResult(
  { finding, location }: LocatedFinding,
  { instance }: Result,
  rules: readonly ReportingDescriptor[],
): SarifResult {
  const name = instance && nameOf(instance);
  return {
    ruleId: finding.code,
    ruleIndex: rules.findIndex(({ id }) => id === finding.code),
    level: levels[finding.severity],
    message: { text: message(finding, name) },
    locations: [
      {
        physicalLocation: physicalLocation(location),
        ...(name ? { logicalLocations: [{ fullyQualifiedName: name }] } : {}),
      },
    ],
    partialFingerprints: {
      // Stays when lines move, so that an alert is not closed and opened again.
      'daprSharedFinding/v1': fingerprint(finding, location, name),
    },
  };
}

function message(finding: Finding, name: string | undefined): string {
  const { title, cause, fix, evidence } = finding;
  return [
    `${name ? `${name}: ` : ''}${title}.`,
    cause,
    fix,
    ...(evidence ? [`Seen: ${evidence}`] : []),
  ].join('\n');
}

function fingerprint({ code, title }: Finding, { file }: Location, name = '') {
  return checksum([code, title, file, name].join('\n'));
}
