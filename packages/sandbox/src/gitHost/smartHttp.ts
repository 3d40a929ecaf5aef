import type { Request, RequestHandler } from 'express';
import { serveGit } from '../git';
import { requireUser, userOf } from './auth';
import { param } from './handle';
import type { Forge } from './model';
import { statusOf } from './status';

/** Where Git's clients ask, below `/org/repo` or `/org/repo.git`. */
export const GIT_PATH =
  /^\/(?<owner>[\w-]+)\/(?<repo>[\w.-]+?)(?:\.git)?\/(?<rest>info\/refs|git-upload-pack|git-receive-pack)$/;

/** Clone and push over HTTP. Pushes need a password; private repositories do for both. */
export function smartHttp(forge: Forge): RequestHandler {
  return async (request, response, next) => {
    try {
      const repository = forge.repository(
        param(request, 'owner'),
        param(request, 'repo'),
      );
      const isPush = pushes(request);
      const user = isPush || repository.private ? requireUser(request) : userOf(request); // prettier-ignore
      await serveGit(request, response, {
        root: forge.root,
        path: `/${repository.owner}/${repository.name}.git/${param(request, 'rest')}`, // prettier-ignore
        query: new URL(request.url, 'http://localhost').searchParams.toString(),
        user: isPush ? user : undefined,
        beforeEnd: () =>
          isPush && request.method === 'POST'
            ? forge.pushed(repository)
            : Promise.resolve(),
      });
    } catch (error) {
      const status = statusOf(error);
      if (response.headersSent || status === 500) {
        next(error);
        return;
      }
      if (status === 401) {
        response.set('www-authenticate', 'Basic realm="Sandbox"');
      }
      response.status(status).type('text/plain').send(`${error}\n`);
    }
  };
}

function pushes(request: Request): boolean {
  return (
    param(request, 'rest') === 'git-receive-pack' ||
    request.query.service === 'git-receive-pack'
  );
}
