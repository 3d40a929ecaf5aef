import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'http';
import { tmpdir } from 'os';
import { join } from 'path';
import { text } from 'stream/consumers';
import { at } from 'backstage-plugin-dapr-shared-common';
import { serveGit } from './serveGit';

/** A request on the {@link GitHost}. */
export interface HostedRequest {
  number: number;
  html_url: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  user: { login: string };
  head: { ref: string };
  base: { ref: string };
}

const CREDENTIALS = Buffer.from('backstage:secret').toString('base64');

/**
 * A Git host on loopback: `git http-backend` over a real repository, and as
 * much of Gitea's API as opens requests.
 */
export class GitHost {
  readonly #root = mkdtempSync(join(tmpdir(), 'git-host-'));
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch(error => response.destroy(error));
  });
  readonly requests: HostedRequest[] = [];
  /** Calls of the API, as `METHOD path`. */
  readonly calls: string[] = [];
  /** Hides open requests for the next so many lists: another task was faster. */
  blindLists = 0;
  url = '';

  static async start(): Promise<GitHost> {
    const host = new GitHost();
    await new Promise<void>(resolve => host.#server.listen(0, '127.0.0.1', resolve)); // prettier-ignore
    const address = host.#server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    host.url = `http://localhost:${port}`;
    execFileSync('git', ['init', '-q', '--bare', '--initial-branch=main', host.directory]); // prettier-ignore
    host.git('config', 'http.receivepack', 'true');
    host.commit('main', { 'README.md': 'GitOps\n' }, 'Start');
    return host;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    rmSync(this.#root, { recursive: true });
  }

  get directory(): string {
    return join(this.#root, 'platform', 'gitops.git');
  }

  get repository(): string {
    return `${this.url}/platform/gitops`;
  }

  /** What Git prints in the repository. */
  git(...args: string[]): string {
    return this.#run(args).trimEnd();
  }

  /** Somebody's commit, made on the host. */
  commit(branch: string, files: Record<string, string>, message: string): void {
    const index = { GIT_INDEX_FILE: join(this.#root, 'index') };
    const parent = this.git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`); // prettier-ignore
    rmSync(index.GIT_INDEX_FILE, { force: true });
    if (parent) this.#run(['read-tree', parent], '', index);
    for (const [path, content] of Object.entries(files)) {
      const blob = this.#run(['hash-object', '-w', '--stdin'], content).trim();
      this.#run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], '', index); // prettier-ignore
    }
    const tree = this.#run(['write-tree'], '', index).trim();
    const parents = parent ? ['-p', parent] : [];
    const commit = this.#run(['commit-tree', tree, ...parents, '-m', message]);
    this.git('update-ref', `refs/heads/${branch}`, commit.trim());
  }

  /** Merges as the host's button does. */
  merge(branch: string): void {
    const tree = this.git('merge-tree', '--write-tree', 'main', branch);
    const commit = this.git('commit-tree', tree, '-p', 'main', '-p', branch, '-m', 'Merge'); // prettier-ignore
    this.git('update-ref', 'refs/heads/main', commit);
    for (const request of this.requests) {
      if (request.head.ref === branch) request.state = 'closed';
    }
  }

  #run(args: string[], input = '', env: NodeJS.ProcessEnv = {}): string {
    const person = { NAME: 'Person', EMAIL: 'person@example.com' };
    return execFileSync('git', args, {
      cwd: this.directory,
      input,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        GIT_AUTHOR_NAME: person.NAME,
        GIT_AUTHOR_EMAIL: person.EMAIL,
        GIT_COMMITTER_NAME: person.NAME,
        GIT_COMMITTER_EMAIL: person.EMAIL,
        ...env,
      },
    });
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    if (request.headers.authorization?.split(' ')[1] !== CREDENTIALS) {
      response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
    } else if (pathname === '/api/v1/repos/platform/gitops/pulls') {
      this.calls.push(`${request.method} ${pathname}`);
      const [status, body] =
        request.method === 'POST'
          ? this.#open(JSON.parse(await text(request)))
          : [200, this.#list(Number(searchParams.get('page')))];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    } else {
      serveGit(this.#root, request, response);
    }
  }

  #list(page: number) {
    if (this.blindLists > 0) {
      this.blindLists--;
      return [];
    }
    const open = this.requests.filter(r => r.state === 'open');
    return open.slice((page - 1) * 50, page * 50);
  }

  #open(wanted: unknown): [number, unknown] {
    const head = String(at(wanted, 'head'));
    if (this.requests.some(r => r.state === 'open' && r.head.ref === head)) {
      return [409, { message: 'pull request already exists' }];
    }
    const number = this.requests.length + 1;
    const opened: HostedRequest = {
      number,
      html_url: `${this.repository}/pulls/${number}`,
      title: String(at(wanted, 'title')),
      body: String(at(wanted, 'body')),
      state: 'open',
      user: { login: 'backstage' },
      head: { ref: head },
      base: { ref: String(at(wanted, 'base')) },
    };
    this.requests.push(opened);
    return [201, opened];
  }
}
