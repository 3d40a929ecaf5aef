import { once } from 'events';
import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import { json } from 'stream/consumers';
import { at } from 'backstage-plugin-dapr-shared-common';
import type { ObjectStore } from '../cluster';
import { sendJson, sendStatus } from './answers';
import { answerWith, type Fault, faultKinds, isFault } from './faults';
import { read } from './read';

/** A running API server. */
export interface ApiServer {
  url: string;
  faults: { current: Fault };
  close(): Promise<void>;
}

/** Path at which a fault is switched on and off, for tests and by hand. */
const FAULT_PATH = '/sandbox/fault';

/** Serves a cluster's objects on loopback, to who has the token, for reading. */
export async function startApiServer(options: {
  port: number;
  token: string;
  store: () => ObjectStore;
  /** The cluster's own time. */
  now: () => Date;
}): Promise<ApiServer> {
  const faults: ApiServer['faults'] = { current: 'none' };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === FAULT_PATH) {
      void switchFault(request, response, faults);
      return;
    }
    answerWith(faults.current, request, response, () => {
      if (request.headers.authorization !== `Bearer ${options.token}`) {
        sendStatus(response, 401, 'Unauthorized', 'Unauthorized');
      } else if (request.method !== 'GET') {
        sendStatus(response, 405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource'); // prettier-ignore
      } else {
        read(url, { store: options.store(), now: options.now() }, response); // prettier-ignore
      }
    });
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** GET tells the fault, PUT `{"kind": "hang"}` sets it. */
async function switchFault(
  request: IncomingMessage,
  response: ServerResponse,
  faults: ApiServer['faults'],
): Promise<void> {
  if (request.method === 'PUT') {
    const body: unknown = await json(request).catch(() => undefined);
    const kind = at(body, 'kind');
    if (!isFault(kind)) {
      sendStatus(response, 400, 'BadRequest', `kind must be one of ${faultKinds.join(', ')}.`); // prettier-ignore
      return;
    }
    faults.current = kind;
  }
  sendJson(response, 200, { kind: faults.current });
}
