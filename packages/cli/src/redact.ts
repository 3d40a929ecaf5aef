import {
  asArray,
  asRecord,
  asString,
} from 'backstage-plugin-dapr-shared-common';
import type { ParsedDocument } from './input';
import type { LocatedFinding, Report } from './report';

/** Shorter ones are words that reports need. */
const SHORTEST = 6;

/**
 * Takes every secret of the input out of what is reported. Findings are
 * written so that they repeat none; this holds even where one does.
 */
export function redact(
  report: Report,
  documents: readonly ParsedDocument[],
): Report {
  const found = documents.flatMap(({ data }) => secretsIn(data));
  const secrets = [...new Set(found)].filter(
    ({ length }) => length >= SHORTEST,
  );
  if (secrets.length === 0) return report;
  const clean = (text: string) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const cleanFinding = ({ finding, location }: LocatedFinding) => ({
    location,
    finding: {
      ...finding,
      title: clean(finding.title),
      cause: clean(finding.cause),
      fix: clean(finding.fix),
      ...(finding.evidence ? { evidence: clean(finding.evidence) } : {}),
    },
  });
  return {
    ...report,
    results: report.results.map(result => ({
      ...result,
      ...(result.health
        ? {
            health: { ...result.health, summary: clean(result.health.summary) },
          }
        : {}),
      findings: result.findings.map(cleanFinding),
    })),
    findings: report.findings.map(cleanFinding),
  };
}

/** Tokens in values, the content of Secrets, and what environments hold in clear text. */
function secretsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(secretsIn);
  const map = asRecord(data);
  if (!map) return [];
  const isSecret = map.kind === 'Secret';
  const env = asArray(map.env).map(asRecord);
  return [
    ...(map.token === undefined ? [] : texts([map.token])),
    ...(isSecret ? texts(Object.values(asRecord(map.stringData) ?? {})) : []),
    ...(isSecret ? encoded(Object.values(asRecord(map.data) ?? {})) : []),
    ...texts(
      env.flatMap(variable =>
        /token|password|secret|key/i.test(asString(variable?.name) ?? '')
          ? [variable?.value]
          : [],
      ),
    ),
    ...Object.values(map).flatMap(secretsIn),
  ];
}

function texts(values: unknown[]): string[] {
  return values
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .map(String);
}

function encoded(values: unknown[]): string[] {
  return texts(values).flatMap(text => [
    text,
    Buffer.from(text, 'base64').toString('utf8').trim(),
  ]);
}
