import { Router } from 'express';
import { InputError, NotFoundError } from '@backstage/errors';
import { asString, at } from 'backstage-plugin-dapr-shared-common';
import { requireUser } from '../auth';
import { handle, param, query } from '../handle';
import {
  comparison,
  mergePullRequest,
  openPullRequest,
  type PullRequest,
  pullRequest,
} from '../model';
import { type Api, repositoryOf } from './context';
import { labelsOf } from './labels';

export function pullRoutes({ forge, dto }: Api): Router {
  const router = Router();
  router
    .route('/repos/:owner/:repo/pulls')
    .get(
      handle(async (request, response) => {
        const repository = repositoryOf(forge, request);
        const state = query(request, 'state') ?? 'open';
        const limit = Math.min(Number(query(request, 'limit') ?? 30) || 30, 50);
        const page = Math.max(Number(query(request, 'page') ?? 1) || 1, 1);
        const found = repository.pulls
          .filter(pull => state === 'all' || pull.state === state)
          .reverse();
        const shown = found.slice((page - 1) * limit, page * limit);
        response
          .set('x-total-count', String(found.length))
          .json(await Promise.all(shown.map(pull => dto.pull(repository, pull)))); // prettier-ignore
      }),
    )
    .post(
      handle(async (request, response) => {
        const author = requireUser(request);
        const repository = repositoryOf(forge, request);
        const text = (field: string) => asString(at(request.body, field)) ?? '';
        const pull = await openPullRequest(forge, repository, {
          title: text('title'),
          body: text('body'),
          base: text('base'),
          head: text('head').replace(`${repository.owner}:`, ''),
          author,
        });
        pull.labels = labelsOf(repository, at(request.body, 'labels'));
        response.status(201).json(await dto.pull(repository, pull));
      }),
    );
  router.get(
    '/repos/:owner/:repo/pulls/:number.diff',
    handle(async (request, response) => {
      const repository = repositoryOf(forge, request);
      const pull = pullRequest(repository, Number(param(request, 'number')));
      const compared = await comparison(repository, pull);
      if (!compared) throw new NotFoundError('Its branch is gone.');
      const diff = await repository.git.diff(compared.base, compared.head);
      response.type('text/plain').send(`${diff}\n`);
    }),
  );
  router
    .route('/repos/:owner/:repo/pulls/:number(\\d+)')
    .get(
      handle(async (request, response) => {
        const repository = repositoryOf(forge, request);
        const pull = pullRequest(repository, Number(param(request, 'number')));
        response.json(await dto.pull(repository, pull));
      }),
    )
    .patch(
      handle(async (request, response) => {
        requireUser(request);
        const repository = repositoryOf(forge, request);
        const pull = pullRequest(repository, Number(param(request, 'number')));
        change(pull, request.body, forge.now());
        response.status(201).json(await dto.pull(repository, pull));
      }),
    );
  router.post(
    '/repos/:owner/:repo/pulls/:number(\\d+)/merge',
    handle(async (request, response) => {
      const user = requireUser(request);
      const repository = repositoryOf(forge, request);
      const pull = pullRequest(repository, Number(param(request, 'number')));
      await mergePullRequest(forge, repository, pull, user);
      if (at(request.body, 'delete_branch_after_merge') === true) {
        await repository.git.deleteBranch(pull.head);
      }
      response.status(200).end();
    }),
  );
  return router;
}

function change(pull: PullRequest, body: unknown, now: Date): void {
  const state = at(body, 'state');
  if (state === 'open' || state === 'closed') {
    if (pull.merged) throw new InputError('state: the request is merged.');
    pull.state = state;
    pull.closedAt = state === 'closed' ? now : undefined;
  }
  pull.title = asString(at(body, 'title')) || pull.title;
  pull.body = asString(at(body, 'body')) ?? pull.body;
  pull.updatedAt = now;
}
