import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = '/usr/lib/postgresql';

/** Starts a PostgreSQL of its own in a temporary folder, on a free port of loopback. */
export async function startPostgres() {
  const newest = readdirSync(installed).sort((a, b) => b - a)[0];
  const bin = join(installed, newest, 'bin');
  const dir = mkdtempSync(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root; Debian's package made a user for it.
  const asRoot = process.getuid() === 0;
  if (asRoot) {
    chmodSync(dir, 0o755);
    check(spawnSync('chown', ['postgres', dir]));
  }
  const data = join(dir, 'data');
  const pg = (program, args) => {
    const command = [join(bin, program), '-D', data, ...args];
    return check(
      asRoot
        ? spawnSync('setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', ...command], { cwd: dir }) // prettier-ignore
        : spawnSync(command[0], command.slice(1), { cwd: dir }),
    );
  };
  pg('initdb', ['-A', 'trust', '-U', 'postgres', '--no-sync']);
  const settings = `-p ${port} -k ${dir} -c listen_addresses=127.0.0.1 -c fsync=off`;
  pg('pg_ctl', ['-o', settings, '-l', join(dir, 'log'), '-w', 'start']);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      pg('pg_ctl', ['-m', 'immediate', 'stop']);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function check({ status, stderr, error }) {
  if (error) throw error;
  if (status !== 0) throw new Error(`PostgreSQL: ${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
