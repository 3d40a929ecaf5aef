import { Router } from 'express';
import { InputError, NotFoundError } from '@backstage/errors';
import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import type { FileChange, TreeEntry } from '../../git';
import { requireUser } from '../auth';
import { handle, param } from '../handle';
import type { HostedRepository } from '../model';
import { type Api, commitOf, repositoryOf, resolved } from './context';

/** Files: reading them, and committing several at once. */
export function contentRoutes({ forge, dto }: Api): Router {
  const router = Router();
  router.get(
    ['/repos/:owner/:repo/contents', '/repos/:owner/:repo/contents/*'],
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const commit = await commitOf(repository, request);
      const path = param(request, '0').replace(/\/$/, '');
      const folder = await repository.git.list(commit, path);
      if (folder) {
        response.json(folder.map(entry => describe(repository, entry)));
        return;
      }
      const parent = path.split('/').slice(0, -1).join('/');
      const siblings = await repository.git.list(commit, parent);
      const entry = siblings?.find(sibling => sibling.path === path);
      const content = await repository.git.read(commit, path);
      if (!entry || !content) throw new NotFoundError(`There is no ${path}.`);
      response.set('etag', `"${entry.sha}"`).json({
        ...describe(repository, entry),
        last_commit_sha: commit,
        encoding: 'base64',
        content: content.toString('base64'),
      });
    }),
  );

  router.post(
    '/repos/:owner/:repo/contents',
    handle(async (request, response) => {
      const user = requireUser(request);
      const repository = repositoryOf(forge, request);
      const body: unknown = request.body;
      const branch = asString(at(body, 'branch')) ?? repository.defaultBranch;
      const target = asString(at(body, 'new_branch')) || branch;
      const from = await resolved(repository, branch);
      if (target !== branch && (await repository.git.resolve(target))) {
        throw new InputError(`new_branch: ${target} exists already.`);
      }
      if (!(await repository.git.isBranchName(target))) {
        throw new InputError(`new_branch: ${target} cannot be a branch's name.`); // prettier-ignore
      }
      const changes = await Promise.all(
        asArray(at(body, 'files')).map(file => changeOf(repository, from, file)), // prettier-ignore
      );
      const id = await repository.git.write({
        branch: target,
        from,
        changes,
        message: asString(at(body, 'message')) || 'Update files',
        author: {
          name: asString(at(body, 'author', 'name')) || user,
          email: asString(at(body, 'author', 'email')) || `${user}@sandbox.invalid`, // prettier-ignore
        },
      });
      await forge.pushed(repository);
      const commit = await repository.git.commit(id);
      response.status(201).json({
        commit: dto.commit(repository, commit),
        files: changes.map(({ path }) => ({ path })),
      });
    }),
  );
  return router;

  function describe(repository: HostedRepository, entry: TreeEntry) {
    const { owner, name, defaultBranch } = repository;
    const { path, sha, type, size } = entry;
    return {
      name: entry.name,
      path,
      sha,
      type,
      size,
      url: `${dto.baseUrl}/api/v1/repos/${owner}/${name}/contents/${path}`,
      html_url: `${dto.page(repository)}/src/branch/${defaultBranch}/${path}`,
    };
  }
}

/** One entry of `files`, checked against what is there. */
async function changeOf(
  repository: HostedRepository,
  commit: string,
  file: unknown,
): Promise<FileChange> {
  const path = asString(at(file, 'path')) ?? '';
  if (!path || /(^|\/)(\.{0,2}|\.git)(\/|$)/.test(path)) {
    throw new InputError(`files: "${path}" cannot be a file's path.`);
  }
  const exists = (await repository.git.read(commit, path)) !== undefined;
  const content = Buffer.from(asString(at(file, 'content')) ?? '', 'base64');
  switch (at(file, 'operation')) {
    case 'create':
      if (exists) throw new InputError(`files: ${path} exists already.`);
      return { path, content };
    case 'update':
      if (!exists) throw new NotFoundError(`files: there is no ${path}.`);
      return { path, content };
    case 'delete':
      if (!exists) throw new NotFoundError(`files: there is no ${path}.`);
      return { path, content: null };
    default:
      throw new InputError(`files: operation of ${path} must be create, update or delete.`); // prettier-ignore
  }
}
