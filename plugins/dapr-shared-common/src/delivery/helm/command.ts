import type { ChartSource, Plan } from '../../plan';
import { shellCommand } from './shell';

/** The post-renderer's script, beside the values. */
export const POST_RENDERER_FILE = 'post-render.sh';

const CHECKOUT = '.chart';

/**
 * What installs or upgrades the release, to be run in the instance's folder.
 *
 * @param postRender - whether an overlay has to be put over the chart
 */
export function helmCommand(
  plan: Plan,
  source: ChartSource,
  postRender: boolean,
): string {
  const { releaseName, target, chart } = plan;
  const fromGit = source.kind === 'git';
  const upgrade = shellCommand(
    [
      'helm',
      'upgrade',
      '--install',
      releaseName,
      fromGit ? `./${CHECKOUT}/${source.path}` : source.url,
    ],
    ...(fromGit ? [] : [['--version', chart.version]]),
    ['--namespace', target.namespace, '--create-namespace'],
    ['--values', 'values.yaml'],
    // By way of sh, for a checkout may have lost the script's executable bit.
    ...(postRender
      ? [
          ['--post-renderer', 'sh'],
          ['--post-renderer-args', POST_RENDERER_FILE],
        ]
      : []),
  );
  return fromGit ? `${checkout(source)} &&\n${upgrade}` : upgrade;
}

function checkout({ url, ref }: Extract<ChartSource, { kind: 'git' }>): string {
  return [
    shellCommand(['rm', '-rf', CHECKOUT]),
    shellCommand(['git', 'clone', '--quiet', url, CHECKOUT]),
    shellCommand(['git', '-C', CHECKOUT, 'checkout', '--quiet', ref]),
  ].join(' &&\n');
}

/** What removes the release again. */
export function uninstallCommand(plan: Plan, hooks: boolean): string {
  return shellCommand([
    'helm',
    'uninstall',
    plan.releaseName,
    '--namespace',
    plan.target.namespace,
    ...(hooks ? [] : ['--no-hooks']),
  ]);
}
