import { type ErrorRequestHandler, json, Router } from 'express';
import { statusOf } from '../status';
import { branchRoutes } from './branches';
import { contentRoutes } from './contents';
import type { Api } from './context';
import { labelRoutes } from './labels';
import { pullRoutes } from './pulls';
import { repositoryRoutes } from './repositories';

/** The part of Gitea's API that Backstage and the sandbox's tests use. */
export function apiRouter(api: Api): Router {
  const router = Router();
  router.use(json({ limit: '20mb' }));
  router.use(
    repositoryRoutes(api),
    contentRoutes(api),
    branchRoutes(api),
    pullRoutes(api),
    labelRoutes(api),
  );
  router.use((_request, response) => {
    response.status(404).json({ message: 'There is no such route.' });
  });
  const failed: ErrorRequestHandler = (error, _request, response, _next) => {
    response
      .status(statusOf(error))
      .json({ message: error.message, url: `${api.dto.baseUrl}/api/swagger` });
  };
  router.use(failed);
  return router;
}
