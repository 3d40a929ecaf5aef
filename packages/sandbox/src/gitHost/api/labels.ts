import { Router } from 'express';
import { InputError } from '@backstage/errors';
import { asArray, asString, at } from 'backstage-plugin-dapr-shared-common';
import { requireUser } from '../auth';
import { handle, param } from '../handle';
import { type HostedRepository, type Label, pullRequest } from '../model';
import { type Api, repositoryOf } from './context';

export function labelRoutes({ forge, dto }: Api): Router {
  const router = Router();
  router
    .route('/repos/:owner/:repo/labels')
    .get(
      handle((request, response) => {
        const { labels } = repositoryOf(forge, request);
        response.json(labels.map(label => dto.label(label)));
      }),
    )
    .post(
      handle((request, response) => {
        requireUser(request);
        const repository = repositoryOf(forge, request);
        const name = asString(at(request.body, 'name'));
        if (!name) throw new InputError('name: must not be empty.');
        const color = asString(at(request.body, 'color')) ?? '#0969da';
        const label = addLabel(repository, name, color);
        response.status(201).json(dto.label(label));
      }),
    );
  router
    .route('/repos/:owner/:repo/issues/:number(\\d+)/labels')
    .get(
      handle((request, response) => {
        const repository = repositoryOf(forge, request);
        const pull = pullRequest(repository, Number(param(request, 'number')));
        response.json(pull.labels.map(label => dto.label(label)));
      }),
    )
    .post(
      handle((request, response) => {
        requireUser(request);
        const repository = repositoryOf(forge, request);
        const pull = pullRequest(repository, Number(param(request, 'number')));
        const added = labelsOf(repository, at(request.body, 'labels'));
        pull.labels = [...new Set([...pull.labels, ...added])];
        response.json(pull.labels.map(label => dto.label(label)));
      }),
    );
  return router;
}

export function addLabel(
  repository: HostedRepository,
  name: string,
  color: string,
): Label {
  const id = repository.labels.length + 1;
  const label = { id, name, color: color.replace('#', '') };
  repository.labels.push(label);
  return label;
}

/** Labels by id or name; unknown ones are passed over, as Gitea does. */
export function labelsOf(
  repository: HostedRepository,
  wanted: unknown,
): Label[] {
  return asArray(wanted).flatMap(entry =>
    repository.labels.filter(({ id, name }) => entry === id || entry === name),
  );
}
