import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startApiServer } from './apiServer';
import { pass } from './connection';
import './globalTeardown';

/** Starts the API server that all test files share. */
export default async function globalSetup(): Promise<void> {
  const build = join(__dirname, '../tools/build.mjs');
  const tools = execFileSync(process.execPath, [build], {
    encoding: 'utf8',
    // It says what it builds, which takes minutes, on standard error.
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const server = await startApiServer(tools.trim());
  globalThis.stopCluster = () => server.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // jest would just end, and leave the programs and their folder behind.
    process.once(signal, () => {
      void server.stop().finally(() => process.exit(1));
    });
  }
  pass(server);
}
