export { addLabel } from './api';
export { PASSWORD } from './auth';
export { type GitHost, startGitHost } from './gitHost';
export { Forge, type HostedRepository } from './model';
export type { ClusterControl, SandboxState } from './pages';
