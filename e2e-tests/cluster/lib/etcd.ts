import { join } from 'node:path';
import { freePort } from './ports';
import { Program } from './program';

export interface Etcd {
  url: string;
  stop(): Promise<void>;
}

/** @param folder - for its data and its log */
export async function startEtcd(tools: string, folder: string): Promise<Etcd> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peerUrl = `http://127.0.0.1:${await freePort()}`;
  const program = await Program.start({
    command: join(tools, 'etcd'),
    args: [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${url}`,
      `--advertise-client-urls=${url}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      // Nothing here has to outlive the machine.
      '--unsafe-no-fsync',
    ],
    logFile: join(folder, 'etcd.log'),
    ready: async () => {
      const { ok, status } = await fetch(`${url}/health`);
      if (!ok) throw new Error(`Status ${status}`);
    },
  });
  return { url, stop: () => program.stop() };
}
