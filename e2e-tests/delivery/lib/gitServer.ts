import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { newFolder } from './checkout';

const IDENTITY = [
  ['-c', 'user.name=Tests'],
  ['-c', 'user.email=tests@example.com'],
].flat();

/** A Git host with one repository, which it serves under every path that ends in its name. */
export interface GitServer {
  port: number;
  stop(): Promise<void>;
}

/** @param work - folder that becomes the one commit of `chart.git`, tagged */
export async function startGitServer(
  work: string,
  tag: string,
): Promise<GitServer> {
  const bare = join(newFolder(), 'chart.git');
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: work, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git(...IDENTITY, 'commit', '--quiet', '--message', 'Chart');
  git('tag', tag);
  git('clone', '--quiet', '--bare', work, bare);
  // Git's plain protocol: nothing but files.
  git('-C', bare, 'update-server-info');

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, file] = pathname.split('/chart.git/');
    readFile(join(bare, file ?? '')).then(
      content => response.end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return {
    port: address.port,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
