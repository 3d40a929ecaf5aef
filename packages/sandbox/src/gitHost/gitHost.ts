import { once } from 'events';
import { createServer } from 'http';
import express from 'express';
import { apiRouter, Dto } from './api';
import type { Forge } from './model';
import { pages, type SandboxState } from './pages';
import { GIT_PATH, smartHttp } from './smartHttp';

/** A running Git host. */
export interface GitHost {
  url: string;
  forge: Forge;
  close(): Promise<void>;
}

/**
 * Serves a forge on loopback: Git over HTTP, Gitea's API, pages.
 *
 * @param options.port - 0 for any free one
 */
export async function startGitHost(options: {
  port: number;
  forge: Forge;
  state: SandboxState;
}): Promise<GitHost> {
  const { forge, state } = options;
  const app = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : options.port;
  const url = `http://localhost:${port}`;
  app.use('/api/v1', apiRouter({ forge, dto: new Dto(url) }));
  app.all(GIT_PATH, smartHttp(forge));
  app.use(pages(forge, state));
  return {
    url,
    forge,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
