import { Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import { requireUser } from '../auth';
import { handle, param } from '../handle';
import { type Api, repositoryOf } from './context';

export function branchRoutes({ forge, dto }: Api): Router {
  const router = Router();
  router.get(
    '/repos/:owner/:repo/branches',
    handle(async (request, response) => {
      const { git } = repositoryOf(forge, request);
      const names = await git.branches();
      const branches = names.map(async name => {
        const id = await git.resolve(name);
        return id ? [dto.branch(name, await git.commit(id))] : [];
      });
      response.json((await Promise.all(branches)).flat());
    }),
  );
  router
    .route('/repos/:owner/:repo/branches/*')
    .get(
      handle(async (request, response) => {
        const { git } = repositoryOf(forge, request);
        const name = param(request, '0');
        const id = (await git.branches()).includes(name) && (await git.resolve(name)); // prettier-ignore
        if (!id) throw new NotFoundError(`There is no branch ${name}.`);
        response.json(dto.branch(name, await git.commit(id)));
      }),
    )
    .delete(
      handle(async (request, response) => {
        requireUser(request);
        const { git } = repositoryOf(forge, request);
        const name = param(request, '0');
        if (!(await git.branches()).includes(name)) {
          throw new NotFoundError(`There is no branch ${name}.`);
        }
        await git.deleteBranch(name);
        response.status(204).end();
      }),
    );
  return router;
}
