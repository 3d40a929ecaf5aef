import { spawn } from 'child_process';
import type { IncomingMessage, ServerResponse } from 'http';
import { gitEnvironment } from './run';

/**
 * Hands a request to `git http-backend`, Git's own CGI program for smart HTTP,
 * and its answer to the client.
 *
 * @param options.root - folder of the repositories
 * @param options.path - path below it, as in `/org/repo.git/info/refs`
 * @param options.user - who pushes; undefined: fetches only
 * @param options.beforeEnd - awaited before the client learns that it is done
 */
export async function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  options: {
    root: string;
    path: string;
    query: string;
    user?: string;
    beforeEnd?: () => Promise<void>;
  },
): Promise<void> {
  const { headers } = request;
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(options.root),
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: request.method,
      PATH_INFO: options.path,
      QUERY_STRING: options.query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      REMOTE_ADDR: '127.0.0.1',
      ...(headers['content-length']
        ? { CONTENT_LENGTH: headers['content-length'] }
        : {}),
      ...(headers['content-encoding']
        ? { HTTP_CONTENT_ENCODING: headers['content-encoding'] }
        : {}),
      ...(typeof headers['git-protocol'] === 'string'
        ? { GIT_PROTOCOL: headers['git-protocol'] }
        : {}),
      ...(options.user ? { REMOTE_USER: options.user } : {}),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  let head = Buffer.alloc(0);
  let started = false;
  for await (const chunk of child.stdout) {
    if (started) {
      response.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) continue;
    started = true;
    writeHead(response, head.subarray(0, end).toString());
    response.write(head.subarray(end + 4));
  }
  if (!started) response.writeHead(500);
  await options.beforeEnd?.();
  response.end();
}

/** CGI headers; `Status` is the code. */
function writeHead(response: ServerResponse, head: string): void {
  response.statusCode = 200;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.statusCode = parseInt(value, 10);
    } else {
      response.setHeader(name, value);
    }
  }
}
