import { InputError, NotFoundError } from '@backstage/errors';
import type { GitOpsRepository } from '../gitops';

/**
 * The repository that a template or a form names, if it serves the cluster.
 *
 * @throws NotFoundError or InputError that names the input and what may be written
 * @public
 */
export function findGitOps(
  repositories: readonly GitOpsRepository[],
  name: string,
  cluster: string,
): GitOpsRepository {
  const found = repositories.find(repository => repository.name === name);
  if (!found) {
    const names = repositories.map(r => `"${r.name}"`).join(', ');
    throw new NotFoundError(
      `gitops: there is no GitOps repository "${name}"; ${
        names
          ? `write one of ${names}.`
          : 'name one in daprShared.gitops of the app-config.'
      }`,
    );
  }
  if (!found.clusters.includes(cluster)) {
    throw new InputError(
      `cluster: GitOps repository "${name}" does not serve "${cluster}"; choose one of ${found.clusters.join(
        ', ',
      )}.`,
    );
  }
  return found;
}
