import { type ErrorRequestHandler, Router } from 'express';
import type { Forge } from '../model';
import { statusOf } from '../status';
import { browsePages } from './browse';
import { html } from './html';
import { page } from './layout';
import { pullPages } from './pulls';
import { type SandboxState, sandboxPages } from './sandbox';

export type { ClusterControl, SandboxState } from './sandbox';

/** Everything for people. */
export function pages(forge: Forge, state: SandboxState): Router {
  const router = Router();
  router.use((request, response, next) => {
    response.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'"); // prettier-ignore
    const { origin, host } = request.headers;
    // There is no login, so that another site could send these forms.
    if (request.method === 'POST' && origin && origin !== `http://${host}`) {
      response.status(403).send(page('Refused', html`<h1>Refused</h1><p>Forms of other sites are not taken.</p>`)); // prettier-ignore
      return;
    }
    next();
  });
  router.use(sandboxPages(state), pullPages(forge), browsePages(forge));
  const failed: ErrorRequestHandler = (error, _request, response, _next) => {
    const status = statusOf(error);
    const title = status === 404 ? 'Not found' : 'That did not work';
    const content = html`<h1>${title}</h1>
      <p>${error.message}</p>`;
    response.status(status).send(page(title, content));
  };
  router.use(failed);
  return router;
}
