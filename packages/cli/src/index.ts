/**
 * `dapr-shared`: checks shared daprd for people and CI without a portal.
 *
 * @packageDocumentation
 */
import { text } from 'stream/consumers';
import { main } from './main';

const { stdout, stderr, stdin, env } = process;

// Who reads no further, as head does, has seen enough.
stdout.on('error', error => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

// Not process.exit(): what is still being written to a pipe would be cut.
main(process.argv.slice(2), {
  cwd: process.cwd(),
  readStdin: () => text(stdin),
  writeOut: output => stdout.write(output),
  writeError: output => stderr.write(output),
  colour: Boolean(stdout.isTTY) && !env.NO_COLOR,
  width: stdout.isTTY ? stdout.columns : undefined,
  now: new Date(),
}).then(
  code => {
    process.exitCode = code;
  },
  error => {
    stderr.write(`${error.stack ?? error}\n`);
    process.exitCode = 2;
  },
);
