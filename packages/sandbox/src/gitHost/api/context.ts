import type { Request } from 'express';
import { NotFoundError } from '@backstage/errors';
import { userOf } from '../auth';
import { param, query } from '../handle';
import type { Forge, HostedRepository } from '../model';
import type { Dto } from './dto';

/** What every group of routes needs. */
export interface Api {
  forge: Forge;
  dto: Dto;
}

/**
 * The repository a request is about.
 *
 * @throws NotFoundError where there is none, or it is private and a visitor asks
 */
export function repositoryOf(forge: Forge, request: Request): HostedRepository {
  const user = userOf(request);
  const found = forge.repository(param(request, 'owner'), param(request, 'repo')); // prettier-ignore
  if (found.private && !user) {
    throw new NotFoundError(`There is no repository ${found.owner}/${found.name}.`); // prettier-ignore
  }
  return found;
}

/** The commit that `ref` in the query names, the default branch's without one. */
export async function commitOf(
  repository: HostedRepository,
  request: Request,
): Promise<string> {
  const ref = query(request, 'ref') ?? repository.defaultBranch;
  return resolved(repository, ref);
}

/** @throws NotFoundError where nothing has that name */
export async function resolved(
  repository: HostedRepository,
  ref: string,
): Promise<string> {
  const commit = await repository.git.resolve(ref);
  if (!commit) throw new NotFoundError(`ref: there is no ${ref}.`);
  return commit;
}
