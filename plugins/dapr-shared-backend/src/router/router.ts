import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { listClusters } from './clusters';
import { entityInstances } from './entityInstances';
import type { RouterOptions } from './types';

/** The HTTP API. Errors go to the framework's own handler. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.get(
    '/v1/entities/:kind/:namespace/:name/instances',
    async (request, response) => {
      response.json(await entityInstances(options, request));
    },
  );
  router.get('/v1/clusters', async (request, response) => {
    response.json(await listClusters(options, request));
  });
  return router;
}
