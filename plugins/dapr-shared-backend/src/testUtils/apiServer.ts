import { once } from 'events';
import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import daemonsets from '../__fixtures__/daemonsets.json';
import deployments from '../__fixtures__/deployments.json';
import pods from '../__fixtures__/pods.json';

/** An HTTP server on loopback that answers as an API server and remembers what it was asked. */
export interface ApiServer {
  url: string;
  requests: IncomingMessage[];
  /** How it answers from now on. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

export async function startApiServer(
  answer: ApiServer['answer'] = replay(),
): Promise<ApiServer> {
  const requests: IncomingMessage[] = [];
  const api: ApiServer = { url: '', requests, answer, close };
  const server = createServer((request, response) => {
    requests.push(request);
    api.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  api.url = `http://127.0.0.1:${address.port}`;
  return api;

  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}

/** Answers with what a real API server answered. */
export function replay(
  lists: Record<string, unknown> = {},
): ApiServer['answer'] {
  const answers: Record<string, unknown> = {
    '/apis/apps/v1/deployments': deployments,
    '/apis/apps/v1/daemonsets': daemonsets,
    '/api/v1/pods': pods,
    '/api/v1/nodes': { kind: 'NodeList', items: [] },
    ...lists,
  };
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path in answers) json(response, 200, answers[path]);
    else status(404, 'the server could not find the requested resource')(request, response); // prettier-ignore
  };
}

/** Answers with a Status, as an API server does when it refuses. */
export function status(
  code: number,
  message: string,
  headers: Record<string, string> = {},
): ApiServer['answer'] {
  return (_request, response) => {
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    json(response, code, { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code }); // prettier-ignore
  };
}

/** Never answers. */
export const hang: ApiServer['answer'] = () => {};

function json(response: ServerResponse, code: number, body: unknown) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
