import { CHART_NAME, type ChartRelease, chartReleases } from '../chart';
import type { Finding } from '../findings';
import { chartTooOld, chartUnchecked } from '../findings/codes/version';
import { finding } from '../findings/finding';
import { parseRuntimeVersion, type RuntimeVersion } from '../runtime';

/**
 * The chart release that plans are made for. 1.18.0 differs from it in nothing
 * but the runtime's tag, which a plan writes anyway.
 */
export const DEFAULT_CHART_VERSION = '1.16.0';

/** Negative where `a` is older than `b`. */
function compare(a: RuntimeVersion, b: RuntimeVersion): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/**
 * The row that is true of a chart version: its own, else the newest one before
 * it; undefined below the oldest row, or where the text is no version.
 */
export function chartFactsOf(version: string): ChartRelease | undefined {
  const asked = parseRuntimeVersion(version);
  return (
    asked &&
    chartReleases.find(row => {
      const known = parseRuntimeVersion(row.version);
      return known !== undefined && compare(asked, known) >= 0;
    })
  );
}

/** What is worth knowing of a chart version; nothing for one that was checked. */
export function chartFindings(version: string): Finding[] {
  const known = chartReleases.map(row => row.version).join(', ');
  const row = chartFactsOf(version);
  if (!row) {
    return [
      finding(chartTooOld, {
        title: `${CHART_NAME} ${version} is too old`,
        cause: `What charts before ${chartReleases.at(-1)?.version} make of their values is not known.`, // prettier-ignore
        fix: `Use one of ${known}.`,
      }),
    ];
  }
  const [asked, found] = [version, row.version].map(parseRuntimeVersion);
  const checked =
    asked?.major === found?.major && asked?.minor === found?.minor;
  return checked
    ? []
    : [
        finding(chartUnchecked, {
          title: `${CHART_NAME} ${version} was not checked`,
          cause: `What is known of ${row.version} was used for it.`,
          fix: `Compare the objects with what Helm renders before merging, or use one of ${known}.`,
        }),
      ];
}
