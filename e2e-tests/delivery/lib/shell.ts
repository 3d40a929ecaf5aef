import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { connection } from '../../cluster/lib/connection';
import { newFolder, write } from './checkout';
import { toolsFolder } from './tools';

const run = promisify(execFile);

/** Runs text as somebody would who pastes it, with Helm and kustomize at hand and the cluster as it is. */
export async function paste(
  text: string,
  options: { folder: string; shell?: string; bin?: string },
): Promise<string> {
  const { folder, shell = 'sh', bin } = options;
  const home = newFolder();
  write(home, { path: 'kubeconfig', content: kubeconfig() });
  const path = [bin, toolsFolder(), process.env.PATH].filter(Boolean);
  const { stdout } = await run(shell, ['-c', text], {
    cwd: folder,
    env: {
      ...process.env,
      HOME: home,
      KUBECONFIG: join(home, 'kubeconfig'),
      PATH: path.join(delimiter),
    },
  });
  return stdout;
}

function kubeconfig(): string {
  const { url, caFile, adminToken } = connection();
  // JSON is YAML.
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
    clusters: [
      {
        name: 'test',
        cluster: { server: url, 'certificate-authority': caFile },
      },
    ],
    users: [{ name: 'test', user: { token: adminToken } }],
  });
}
