import { appChannelOf, replicasOf } from './values';
import { fence } from './markdown';
import type { PullRequestSubject } from './types';

/** Which daprd there will be, and what was known of the cluster. */
export function summary({ made, facts }: PullRequestSubject): string {
  const { appId, target, runtimeVersion } = made.plan;
  const { controlPlane } = facts;
  const found = controlPlane
    ? `The cluster's Dapr control plane: ${
        controlPlane.version ?? 'version not known'
      } in namespace \`${controlPlane.namespace}\`.`
    : '';
  return `App \`${appId}\` gets ${spread(
    made,
  )}, Dapr ${runtimeVersion}, in namespace \`${
    target.namespace
  }\` of cluster \`${target.cluster}\`. ${found}`.trim();
}

function spread(made: PullRequestSubject['made']): string {
  if (made.plan.strategy === 'daemonset') {
    return 'one daprd on every node (DaemonSet)';
  }
  const replicas = replicasOf(made.plan);
  return replicas === 1
    ? 'one daprd (Deployment)'
    : `${replicas} replicas of daprd (Deployment)`;
}

/** Who calls whom. */
export function picture({ made }: PullRequestSubject): string {
  const { appId, target } = made.plan;
  const channel = appChannelOf(made.plan);
  return fence(
    '',
    [
      `app   ──────▶ ${appId}-dapr.${target.namespace}:3500 (http), :50001 (grpc)`,
      channel
        ? `daprd ──${channel.protocol}──▶ ${channel.host}:${channel.port}`
        : 'daprd never calls the app (port 0)',
    ].join('\n'),
  );
}
