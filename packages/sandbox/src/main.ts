/* Starts the sandbox at its fixed ports and runs until it is told to stop. */
import { isError } from '@backstage/errors';
import { startSandbox } from './sandbox';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const sandbox = await startSandbox();
  say(`Git host ${sandbox.gitHost.url}`);
  for (const { name, url } of sandbox.clusters.values()) {
    say(`Cluster ${name} ${url}`);
  }
  say('Sandbox is ready');
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  const port = isError(error) && error.code === 'EADDRINUSE' ? error.port : undefined; // prettier-ignore
  say(
    port
      ? `Port ${port} is taken: stop what listens there and try again.`
      : `The sandbox did not start: ${error}`,
  );
  process.exit(1);
});
