/**
 * What is true of a release of the chart.
 *
 * @public
 */
export interface ChartRelease {
  version: string;
  /** Undefined where Chart.yaml has none: no version label, and an empty image tag stays empty. */
  appVersion?: string;
}

/**
 * Releases of the chart that `render` reproduces, newest first. Source:
 * dapr/dapr-shared; 1.18.0 is 1.16.0 with version, appVersion and runtime tag
 * 1.18.0 (dapr-shared#66).
 *
 * @public
 */
export const chartReleases: readonly ChartRelease[] = [
  { version: '1.18.0', appVersion: '1.18.0' },
  { version: '1.16.0' },
  { version: '0.0.16' },
];

/** Name of the chart. @public */
export const CHART_NAME = 'dapr-shared-chart';
