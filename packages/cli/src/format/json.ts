import { nameOf, type Report, type Result } from '../report';
import { count } from './summary';

/** A report for programs. Fields are added, never renamed, within a `version`. */
export function json(report: Report): string {
  return `${JSON.stringify(
    {
      version: 1,
      summary: {
        instances: report.results.filter(({ instance }) => instance).length,
        findings: count(report.findings),
        problems: report.problems.length,
      },
      instances: report.results.flatMap(instanceOf),
      findings: report.results.flatMap(({ instance, findings }) =>
        findings.map(({ finding, location }) => ({
          ...finding,
          ...(instance ? { instance: nameOf(instance) } : {}),
          location,
        })),
      ),
      problems: report.problems,
      notes: report.notes,
    },
    undefined,
    2,
  )}\n`;
}

function instanceOf({ instance, health, location, assumed }: Result) {
  if (!instance) return [];
  const { namespace, appId, strategy, daprdVersion, chart, release } = instance;
  return [
    {
      namespace,
      appId,
      strategy,
      daprdVersion,
      chart,
      release,
      appChannel: instance.appChannel,
      ...(health ? { health } : {}),
      assumed,
      location,
    },
  ];
}
