import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import startCluster from '../../cluster/lib/globalSetup';
import { passTools } from './tools';

/** Brings Helm and kustomize, and starts the API server that all test files share. */
export default async function globalSetup(): Promise<void> {
  const build = join(__dirname, '../tools/build.mjs');
  const tools = execFileSync(process.execPath, [build], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  passTools(tools.trim());
  await startCluster();
}
