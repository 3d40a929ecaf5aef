import { InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { GiteaForge } from './gitea';
import type { Forge } from './types';

/**
 * The adapter for the host of a repository, with the credentials that
 * Backstage's integrations have for it.
 *
 * @throws InputError where no integration fits
 */
export function forgeFor(
  integrations: ScmIntegrations,
  repository: string,
): Forge {
  const gitea = integrations.gitea.byUrl(repository);
  if (gitea) return GiteaForge.create(gitea.config, repository);
  throw new InputError(
    `daprShared.gitops: there is no Gitea integration for ${repository}; add its host to integrations.gitea.`,
  );
}

export type { Forge, GitRemote, NewPullRequest, PullRequest } from './types';
