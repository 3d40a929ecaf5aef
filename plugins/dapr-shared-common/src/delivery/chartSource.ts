import { InputError } from '@backstage/errors';
import type { ChartSource, Plan } from '../plan';
import type { GitOpsRepository } from './gitops';

/** Where the chart's authors publish it. Source: dapr/dapr-shared. */
const OFFICIAL = 'oci://registry-1.docker.io/daprio/dapr-shared-chart';

/** Folder of the chart in its own repository. Source: dapr/dapr-shared. */
const CHART_FOLDER = 'chart/dapr-shared';

/** Scheme and place, then `//folder` and `?ref=`, as kustomize writes remote folders. */
const GIT =
  /^((?:https?|ssh):\/\/[^\s?#]+?)(?:\/\/([^\s?#]+))?(?:\?ref=([^\s?#&]+))?$/;

/**
 * Where a plan's chart comes from: what the plan says, else the repository it
 * is delivered to, else its authors.
 *
 * @throws InputError for an address that cannot be read, with how it is written
 */
export function chartSource(
  { chart }: Pick<Plan, 'chart'>,
  {
    chartRepository: address = OFFICIAL,
  }: Pick<GitOpsRepository, 'chartRepository'>,
): ChartSource {
  if (chart.source) return chart.source;
  if (/^oci:\/\/[^\s?#]+\/[^\s/?#]+$/.test(address)) {
    return { kind: 'oci', url: address };
  }
  const git = GIT.exec(address);
  if (!git || /:\/\/[^/]*:[^/]*@/.test(address)) {
    const shown = address.replace(/\/\/[^/]*@/, '//…@');
    throw new InputError(
      `chartRepository is "${shown}"; write "oci://registry/path/chart", or a Git repository without a password in it as "https://host/org/repo//${CHART_FOLDER}?ref=v${chart.version}".`,
    );
  }
  const [, url = '', path = CHART_FOLDER, ref = `v${chart.version}`] = git;
  return { kind: 'git', url, path, ref };
}
