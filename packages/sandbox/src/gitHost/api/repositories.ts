import { Router } from 'express';
import { asString, at } from 'backstage-plugin-dapr-shared-common';
import { requireUser, userOf } from '../auth';
import { handle, param } from '../handle';
import { type Api, commitOf, repositoryOf, resolved } from './context';

/** Users, organisations and repositories. */
export function repositoryRoutes({ forge, dto }: Api): Router {
  const router = Router();
  router.get('/version', (_request, response) => {
    response.json({ version: '1.22.6+sandbox' });
  });
  router.get(
    '/user',
    handle((request, response) => {
      response.json(dto.user(requireUser(request)));
    }),
  );
  router.get(
    '/orgs/:org',
    handle((request, response) => {
      userOf(request);
      forge.repositories(param(request, 'org'));
      response.json(dto.org(param(request, 'org')));
    }),
  );
  router.get(
    '/orgs/:org/repos',
    handle((request, response) => {
      const user = userOf(request);
      const found = forge
        .repositories(param(request, 'org'))
        .filter(repository => user || !repository.private);
      response.json(found.map(repository => dto.repository(repository)));
    }),
  );
  router.post(
    '/orgs/:org/repos',
    handle(async (request, response) => {
      requireUser(request);
      const repository = await forge.createRepository({
        owner: param(request, 'org'),
        name: asString(at(request.body, 'name')) ?? '',
        description: asString(at(request.body, 'description')),
        private: at(request.body, 'private') === true,
        defaultBranch: asString(at(request.body, 'default_branch')),
      });
      response.status(201).json(dto.repository(repository));
    }),
  );
  router.get(
    '/repos/:owner/:repo',
    handle((request, response) => {
      response.json(dto.repository(repositoryOf(forge, request)));
    }),
  );
  router.get(
    '/repos/:owner/:repo/git/commits/:ref',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const id = await resolved(repository, param(request, 'ref'));
      const commit = await repository.git.commit(id);
      response.json(dto.commit(repository, commit));
    }),
  );
  router.get(
    '/repos/:owner/:repo/archive/*',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const ref = param(request, '0').replace(/\.tar\.gz$/, '');
      const commit = await resolved(repository, ref);
      const archive = await repository.git.archive(commit, repository.name);
      response.type('application/gzip').send(archive);
    }),
  );
  router.get(
    '/repos/:owner/:repo/raw/*',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const commit = await commitOf(repository, request);
      const content = await repository.git.read(commit, param(request, '0'));
      if (content) response.type('text/plain').send(content);
      else response.status(404).json({ message: 'There is no such file.' });
    }),
  );
  return router;
}
