export { Forge } from './forge';
export {
  comparison,
  mergePullRequest,
  openPullRequest,
  pullRequest,
} from './pullRequests';
export type { HostedRepository, Label, PullRequest } from './types';
