import { json, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { listClusters } from './clusters';
import { entityInstances } from './entityInstances';
import { previewPlan } from './plans';
import type { RouterOptions } from './types';

/** Values set by hand and a chain of certificates fit many times. */
const BODY_LIMIT = '128kb';

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
  router.post(
    '/v1/plans',
    json({ limit: BODY_LIMIT }),
    async (request, response) => {
      response.json(await previewPlan(options, request));
    },
  );
  return router;
}
