import { chartReleases } from '../../chart';
import { chartFactsOf, DEFAULT_CHART_VERSION } from '../../plan/chartVersion';
import { parseRuntimeVersion } from '../../runtime';
import { chartOutdated, chartRenamesService } from '../codes/version';
import { finding } from '../finding';
import type { CheckInput } from '../input';
import type { Check } from './types';

/** The chart's names over time. */
const NAMES = ['dapr-shared-chart', 'dapr-ambient-chart', 'dapr-ambient'];

/** From here on the Service is `<appId>-dapr`. */
const RENAMED_AT = 11;

export const chartOutdatedCheck: Check = {
  code: chartOutdated,
  run: input => {
    const chart = oldChart(input);
    return chart && chart.patch >= RENAMED_AT
      ? finding(chartOutdated, {
          title: `The chart ${chart.version} is old`,
          cause: `Plans are made for ${chartReleases.map(({ version }) => version).join(', ')}.`, // prettier-ignore
          fix: `Upgrade the chart to ${DEFAULT_CHART_VERSION}, with shared.controlPlane.sentry.port 443.`, // prettier-ignore
          evidence: `helm.sh/chart: ${chart.name}-${chart.version}`,
        })
      : undefined;
  },
};

export const chartRenamesServiceCheck: Check = {
  code: chartRenamesService,
  run: input => {
    const chart = oldChart(input);
    const { appId, release } = input.instance;
    return chart && chart.patch < RENAMED_AT
      ? finding(chartRenamesService, {
          cause: `The chart is ${chart.version}. Before 0.0.11 the Service has the name of the release${release ? ` (${release})` : ''}; an upgrade makes it ${appId}-dapr, port 3500.`, // prettier-ignore
          evidence: `helm.sh/chart: ${chart.name}-${chart.version}`,
        })
      : undefined;
  },
};

/** The chart, where it is older than what plans are made for. */
function oldChart({ instance: { chart } }: CheckInput) {
  const version = parseRuntimeVersion(chart?.version ?? '');
  return chart && version && NAMES.includes(chart.name) && !chartFactsOf(chart.version) // prettier-ignore
    ? { ...chart, patch: version.patch }
    : undefined;
}
