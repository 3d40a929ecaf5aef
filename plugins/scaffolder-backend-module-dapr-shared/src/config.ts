import type { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  DEFAULT_INSTANCE_PATH,
  type GitOpsRepository,
} from 'backstage-plugin-dapr-shared-common';

/**
 * The GitOps repositories of `daprShared.gitops`.
 *
 * @throws InputError that names the key, for what cannot work
 */
export function readGitOps(root: Config): GitOpsRepository[] {
  const entries = root.getOptionalConfigArray('daprShared.gitops') ?? [];
  const repositories = entries.map(readRepository);
  for (const { name } of repositories) {
    if (repositories.filter(other => other.name === name).length > 1) {
      throw new InputError(
        `daprShared.gitops has two entries named "${name}"; give each a name of its own.`,
      );
    }
  }
  return repositories;
}

function readRepository(config: Config, index: number): GitOpsRepository {
  const key = `daprShared.gitops[${index}]`;
  const clusters = config.getStringArray('clusters');
  const path = config.getOptionalString('path') ?? DEFAULT_INSTANCE_PATH;
  const delivery = config.getOptionalString('delivery') ?? 'flux';
  if (delivery !== 'flux') {
    throw new InputError(`${key}.delivery is "${delivery}"; write "flux".`);
  }
  const needed = ['{namespace}', '{appId}', ...(clusters.length > 1 ? ['{cluster}'] : [])]; // prettier-ignore
  const missing = needed.filter(part => !path.includes(part));
  if (missing.length > 0) {
    throw new InputError(
      `${key}.path is "${path}" and lacks ${missing.join(
        ' and ',
      )}: two instances would share a folder. Write for example "${DEFAULT_INSTANCE_PATH}".`,
    );
  }
  if (path.split('/').some(part => ['', '.', '..'].includes(part))) {
    throw new InputError(
      `${key}.path is "${path}"; write it from the root of the repository, without "/" at either end and without "..".`,
    );
  }
  return {
    name: config.getString('name'),
    repository: config.getString('repository').replace(/(\.git)?\/*$/, ''),
    branch: config.getOptionalString('branch') ?? 'main',
    clusters,
    path,
    delivery,
    chartRepository: config.getOptionalString('chartRepository'),
  };
}

/**
 * The repository a template names, if it serves the cluster.
 *
 * @throws NotFoundError or InputError that names the input and what may be written
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
